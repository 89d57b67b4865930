import type { ReactNode } from "react";
import { useFormat } from "#web/format/use-format.ts";
import { countOf } from "#web/format/plural.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { KeyValue } from "#web/ui/key-value.tsx";
import { Select } from "#web/ui/select.tsx";
import { Day } from "#web/ui/time.tsx";
import type { WorkPackageData } from "./types.ts";
import { lastDay, slipWords } from "./words.ts";

/** Where the work stands in time, and whose it is. */
export function WorkPlace({ work, owner }: { work: WorkPackageData; owner: ReactNode }) {
  return (
    <KeyValue
      pairs={[
        { label: "Owner", value: owner },
        { label: work.actual.endOn ? "Planned" : "Expected", value: <Expected work={work} /> },
        ...(work.actual.startOn ? [{ label: "Actual", value: <Actual work={work} /> }] : []),
        { label: "Baseline", value: work.baseline && <Baseline work={work} /> },
        { label: "Float", value: <Float work={work} /> },
        { label: "In the plan", value: `Lines ${work.lines[0]} to ${work.lines[1]}` },
      ]}
    />
  );
}

function Expected({ work }: { work: WorkPackageData }) {
  const format = useFormat();
  const { startsOn, endsOn } = work.expected ?? work.planned;
  if (!startsOn || !endsOn) return <span className="text-muted">No dates in the plan</span>;
  return (
    <>
      {format.dateRange(startsOn, lastDay(endsOn))}
      {work.expected && <span className="block text-13 text-muted">{work.expected.reason}.</span>}
    </>
  );
}

function Actual({ work }: { work: WorkPackageData }) {
  const { startOn, endOn } = work.actual;
  return (
    <>
      {startOn && (
        <>
          Started <Day on={startOn} />
        </>
      )}
      {endOn && (
        <>
          , finished <Day on={endOn} />
        </>
      )}
      {work.statusNote && <span className="block text-13 text-muted">{work.statusNote}</span>}
    </>
  );
}

function Baseline({ work }: { work: WorkPackageData }) {
  const format = useFormat();
  const { baseline } = work;
  if (!baseline) return null;
  const slip = slipWords(baseline.slipDays) ?? "On time";
  return (
    <>
      {format.dateRange(baseline.startsOn, lastDay(baseline.endsOn))}
      <span className={baseline.slipDays > 0 ? "block text-caution" : "block text-muted"}>
        {slip}, against “{baseline.name}”
        {baseline.reason && baseline.reason !== work.expected?.reason && <>. {baseline.reason}</>}
      </span>
    </>
  );
}

function Float({ work }: { work: WorkPackageData }) {
  const { expected } = work;
  if (!expected || expected.floatDays === null) return <span className="text-muted">None, it is done</span>;
  if (expected.critical) return <>None: it is on the critical path</>;
  return <>{countOf(expected.floatDays, "working day")}</>;
}

interface OwnerProps {
  work: WorkPackageData;
  /** The person who looks, to take it; null when that is not theirs to do. */
  self: { id: string; name: string } | null;
  /** People it can be given to; empty when the viewer may not choose. */
  people: readonly { id: string; name: string }[];
  state: FormState | undefined;
}

/** Whose it is, and the forms to take it or to give it. */
export function Owner({ work, self, people, state }: OwnerProps) {
  const named = work.owner ? (
    <span dir="auto">{work.owner.name}</span>
  ) : (
    <span className="text-muted">Nobody yet</span>
  );
  return (
    <div>
      {named}
      {!work.owner && work.ownerHint && (
        <span className="block text-13 text-muted">The plan says “{work.ownerHint}”.</span>
      )}
      {!work.owner && self && (
        <Form state={state} intent="owner" className="mt-1.5">
          <input type="hidden" name="ownerId" value={self.id} />
          <Button size="small">Take it</Button>
        </Form>
      )}
      {people.length > 0 && (
        <Disclosure summary={work.owner ? "Give it to somebody else" : "Give it to somebody"}>
          <Form state={state} intent="owner" className="space-y-3">
            <Select
              name="ownerId"
              label="Person"
              emptyLabel="Nobody"
              options={people.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={work.owner?.id ?? ""}
            />
            <Button size="small">Set owner</Button>
          </Form>
        </Disclosure>
      )}
    </div>
  );
}
