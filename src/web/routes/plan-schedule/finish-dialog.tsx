import { countOf } from "#web/format/plural.ts";
import { Form } from "#web/forms/form.tsx";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { BoardCard } from "./types.ts";

/** Asks why work counts as done, when a card with open deliverables is dropped on “Done”. */
export function FinishDialog({ card, onClose }: { card: BoardCard | null; onClose: () => void }) {
  const left = card ? card.progress.total - card.progress.done : 0;
  return (
    <Dialog
      title="Finish without all proof"
      text={`${countOf(left, "deliverable is", "deliverables are")} not proved yet.`}
      open={card !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      {card && (
        <Form intent={`done-${card.id}`} onSubmit={onClose}>
          <input type="hidden" name="workPackageId" value={card.id} />
          <input type="hidden" name="to" value="done" />
          <TextInput name="note" label="Why it counts as done" required />
          <div className="flex gap-2">
            <Button look="primary">Finish</Button>
            <Button type="button" look="quiet" onClick={onClose}>
              Leave it
            </Button>
          </div>
        </Form>
      )}
    </Dialog>
  );
}
