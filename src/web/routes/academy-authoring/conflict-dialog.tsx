import { useRevalidator } from "react-router";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";

/** Somebody else saved the lesson meanwhile: one of the two becomes the newest, the other stays in the history. */
export function ConflictDialog({ newer, onOverwrite }: { newer: number | null; onOverwrite: () => void }) {
  const { revalidate } = useRevalidator();
  if (newer === null) return null;
  return (
    <Dialog
      title="Somebody saved this lesson too"
      text="Yours is not saved yet. Whichever you choose, the other stays in the history."
      open
    >
      <div className="flex flex-wrap gap-2">
        <Button type="button" look="primary" onClick={onOverwrite}>
          Save mine
        </Button>
        <Button
          type="button"
          onClick={() => {
            void revalidate().then(() => location.reload());
          }}
        >
          Load theirs
        </Button>
      </div>
    </Dialog>
  );
}
