import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { BroughtItem } from "./evidence-query.ts";
import { ItemKind, ItemTitle } from "./item-words.tsx";

interface BroughtListProps {
  items: readonly BroughtItem[];
  viewerId: string | null;
  state: FormState | undefined;
}

/** Files, links and notes brought for a deliverable, those that were withdrawn among them. */
export function BroughtList({ items, viewerId, state }: BroughtListProps) {
  const mayEdit = usePermission("playbook:edit");
  if (items.length === 0) return <p className="text-muted">Nobody brought anything yet.</p>;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {items.map((item) => (
        <li key={item.id} className="py-3">
          <p className={item.withdrawn ? "text-muted line-through" : "font-medium"}>
            <ItemTitle item={item} />
          </p>
          {item.body && (
            <p dir="auto" className="mt-1 max-w-measure ps-6 [overflow-wrap:anywhere] whitespace-pre-wrap">
              {item.body}
            </p>
          )}
          <p className="ps-6 text-13 text-muted">
            <ItemKind item={item} />, brought by <span dir="auto">{item.addedBy?.name || "Cairn"}</span>,{" "}
            <Moment at={item.addedAt} />
          </p>
          {item.withdrawn ? (
            <Withdrawn withdrawn={item.withdrawn} />
          ) : (
            (mayEdit || item.addedBy?.id === viewerId) && <WithdrawForm itemId={item.id} state={state} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Withdrawn({ withdrawn: { at, by, reason } }: { withdrawn: NonNullable<BroughtItem["withdrawn"]> }) {
  return (
    <p className="mt-1 ps-6 text-13">
      <Badge tone="caution">Withdrawn</Badge> by <span dir="auto">{by?.name || "Cairn"}</span>,{" "}
      <Moment at={at} />: <span dir="auto">{reason}</span>
    </p>
  );
}

function WithdrawForm({ itemId, state }: { itemId: string; state: FormState | undefined }) {
  const intent = `withdraw-${itemId}`;
  return (
    <div className="ps-5">
      <Disclosure summary="Withdraw" open={state?.intent === intent}>
        <Form state={state} intent={intent} className="max-w-form space-y-3">
          <input type="hidden" name="itemId" value={itemId} />
          <TextArea name="reason" label="Why it proves nothing any more" rows={2} required />
          <Button look="danger">Withdraw evidence</Button>
        </Form>
      </Disclosure>
    </div>
  );
}
