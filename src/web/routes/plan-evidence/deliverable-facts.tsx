import type { z } from "zod";
import type { Deliverable as DeliverableShape } from "#modules/playbook/contract/evidence.ts";
import { KeyValue } from "#web/ui/key-value.tsx";
import { State } from "#web/ui/state.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Day, Moment } from "#web/ui/time.tsx";

type Deliverable = z.output<typeof DeliverableShape>;

/** What there is to know of a deliverable besides its proof. */
export function DeliverableFacts({ deliverable, standing }: { deliverable: Deliverable; standing: string }) {
  const { state, proved, provedAt, dueOn, owner, ownerHint, lines, criteria, notes } = deliverable;
  const [line] = lines;
  const pairs = [
    {
      label: "Proof",
      value: (
        <State kind={standing}>
          {proved && provedAt ? (
            <>
              Proved <Moment at={provedAt} />
            </>
          ) : undefined}
        </State>
      ),
    },
    { label: "In time", value: <State kind={state} /> },
    { label: "Due", value: dueOn && <Due on={dueOn} open={!proved} /> },
    { label: "Owner", value: <Owner owner={owner} hint={ownerHint} /> },
    {
      label: "In the plan",
      value: (
        <TextLink to={`/console/plan/sources/current?line=${line}#L${line}`}>
          Line {line} of the file
        </TextLink>
      ),
    },
    ...(criteria.length > 0 ? [{ label: "Decides", value: <Decides criteria={criteria} /> }] : []),
    ...(notes ? [{ label: "Notes", value: <Notes notes={notes} /> }] : []),
  ];
  return <KeyValue pairs={pairs} />;
}

function Due({ on, open }: { on: string; open: boolean }) {
  return (
    <>
      <Day on={on} />
      {open && (
        <span className="text-muted">
          , <Day on={on} relative />
        </span>
      )}
    </>
  );
}

function Owner({ owner, hint }: { owner: Deliverable["owner"]; hint: string | null }) {
  if (owner) return <span dir="auto">{owner.name}</span>;
  if (!hint) return <span className="text-muted">Nobody</span>;
  return (
    <span className="text-muted">
      Nobody; the plan names <span dir="auto">{hint}</span>
    </span>
  );
}

function Decides({ criteria }: { criteria: Deliverable["criteria"] }) {
  return (
    <ul>
      {criteria.map(({ id, text }) => (
        <li key={id}>
          <TextLink
            to={`/console/plan/criteria?${new URLSearchParams({ q: text, decided: "proof" })}`}
            dir="auto"
          >
            {text}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}

function Notes({ notes }: { notes: string }) {
  return (
    <p dir="auto" className="max-w-measure whitespace-pre-wrap">
      {notes}
    </p>
  );
}
