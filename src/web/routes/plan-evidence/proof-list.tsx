import type { z } from "zod";
import type { Deliverable as DeliverableShape } from "#modules/playbook/contract/evidence.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button } from "#web/ui/button.tsx";
import { State } from "#web/ui/state.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { filterWords } from "./kind-fields.ts";

type Deliverable = z.output<typeof DeliverableShape>;
type Binding = Deliverable["bindings"][number];

/** Found things named under what asks for them; more are counted. */
const MOST_ROWS = 10;

interface ProofListProps {
  deliverable: Deliverable;
  state: FormState | undefined;
}

/** What is asked for, and what the plan suggests to ask for, each with what was found. */
export function ProofList({ deliverable, state }: ProofListProps) {
  // What people brought of their own accord asks for nothing; it stands in its own list.
  const bindings = deliverable.bindings.filter(({ brought }) => !brought);
  if (bindings.length === 0)
    return <p className="text-muted">Nothing is asked for. Anything brought proves it.</p>;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {bindings.map((binding) => (
        <li key={binding.id} className="grid gap-x-4 gap-y-1 py-3 sm:grid-cols-[132px_minmax(0,1fr)_auto]">
          <Standing binding={binding} />
          <div>
            <p>
              <Asked binding={binding} />
            </p>
            <Found binding={binding} />
          </div>
          <Actions binding={binding} state={state} />
        </li>
      ))}
    </ul>
  );
}

function Standing({ binding: { satisfied, suggested, live } }: { binding: Binding }) {
  if (satisfied) return <State kind="met">Found</State>;
  if (suggested) return <State kind="unknown">Suggested</State>;
  return live ? <State kind="open">Missing</State> : <State kind="waiting" />;
}

function Asked({ binding: { title, filter, needed, found, live, suggested } }: { binding: Binding }) {
  const words = filterWords(filter);
  return (
    <>
      <span className="font-medium">{title}</span>
      {words && <span className="text-muted">, {words}</span>}
      <span className="tabular-nums">
        : {found} of {needed}
      </span>
      {!live && (
        <span className="block text-13 text-muted">
          {suggested ? "Nothing here can show this yet" : "Nothing here can show this any more"}. Bring a
          file, a link or a note instead.
        </span>
      )}
    </>
  );
}

function Found({ binding: { rows, found } }: { binding: Binding }) {
  if (rows.length === 0) return null;
  const shown = rows.slice(0, MOST_ROWS);
  return (
    <ul className="mt-1 text-13 text-muted">
      {shown.map(({ id, label, detail, href }) => (
        <li key={id} dir="auto" className="[overflow-wrap:anywhere]">
          {href ? <TextLink to={href}>{label}</TextLink> : label}
          {detail && `, ${detail}`}
        </li>
      ))}
      {found > shown.length && <li>and {found - shown.length} more</li>}
    </ul>
  );
}

function Actions({ binding, state }: { binding: Binding; state: FormState | undefined }) {
  const mayEdit = usePermission("playbook:edit");
  if (!mayEdit) return null;
  const { id, suggested, live } = binding;
  return (
    <div className="flex flex-wrap items-start gap-2">
      {suggested && live && (
        <Form state={state} intent={`bind-${id}`}>
          <input type="hidden" name="kind" value={binding.kind} />
          <input type="hidden" name="minCount" value={binding.needed} />
          {Object.entries(binding.filter).map(([name, value]) => (
            <input key={name} type="hidden" name={`filter.${name}`} value={String(value)} />
          ))}
          <Button size="small">Ask for it</Button>
        </Form>
      )}
      <Form state={state} intent={`unbind-${id}`}>
        <input type="hidden" name="bindingId" value={id} />
        <Button look="quiet" size="small">
          {suggested ? "Drop suggestion" : "Ask no more"}
        </Button>
      </Form>
    </div>
  );
}
