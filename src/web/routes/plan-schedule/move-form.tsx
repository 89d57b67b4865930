import { Form as PlainForm } from "react-router";
import { countOf } from "#web/format/plural.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { DateInput } from "#web/ui/date-input.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Day } from "#web/ui/time.tsx";
import type { Preview, Previewed } from "./types.ts";
import { lastDay, movedBy } from "./words.ts";

const MOST_NAMED = 5;

/** Asks for another first day; works as a plain link with parameters. `keep` are the parameters that stay. */
export function AskMove({
  action,
  startsOn,
  keep,
}: {
  action: string;
  startsOn: string | null;
  keep: Record<string, string>;
}) {
  return (
    <PlainForm method="get" action={action} preventScrollReset className="flex flex-wrap items-end gap-3">
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <DateInput key={startsOn} name="start" label="Start on" defaultValue={startsOn ?? ""} required />
      <Button>Preview move</Button>
    </PlainForm>
  );
}

interface MoveAnswerProps {
  previewed: Previewed;
  state: FormState | undefined;
  /** Where to go to leave everything as it is; without it there is nothing to send yet. */
  cancelTo?: string;
}

/** What a move would do, and the button that does it. */
export function MoveAnswer({ previewed, state, cancelTo }: MoveAnswerProps) {
  if ("refused" in previewed)
    return (
      <Notice tone="caution" title="It cannot be moved">
        {previewed.refused}
      </Notice>
    );
  const { preview } = previewed;
  return (
    <div className="space-y-4">
      <Effects preview={preview} />
      {cancelTo && (
        <Form state={state} intent="move" className="space-y-3">
          <input type="hidden" name="workPackageId" value={preview.moved.workPackageId} />
          <input type="hidden" name="startsOn" value={preview.moved.startsOn} />
          <input type="hidden" name="version" value={preview.version} />
          <div className="flex flex-wrap gap-2">
            <Button look="primary">Move work package</Button>
            <LinkButton to={cancelTo} preventScrollReset look="quiet">
              Leave it
            </LinkButton>
          </div>
        </Form>
      )}
    </div>
  );
}

function Effects({ preview }: { preview: Preview }) {
  const { moved, planEnd } = preview;
  const isStill = moved.startDays === 0 && moved.endDays === 0;
  return (
    <div className="space-y-3">
      <Moved preview={preview} isStill={isStill} />
      <Follows preview={preview} isStill={isStill} />
      {preview.gates.map((gate) => (
        <p key={gate.gateId}>
          {gate.title}: work ends <Day on={gate.to} />, {movedBy(gate.days)}
          {gate.lateDays > 0 && (
            <span className="font-medium text-caution">
              , {countOf(gate.lateDays, "day")} after the gate is due
            </span>
          )}
          .
        </p>
      ))}
      {planEnd.days !== 0 && (
        <p>
          The plan ends <Day on={lastDay(planEnd.to)} />, {movedBy(planEnd.days)}.
        </p>
      )}
      {!isStill && (
        <p className="text-13 text-muted">Due dates inside move along, except those set on their own.</p>
      )}
    </div>
  );
}

interface EffectProps {
  preview: Preview;
  isStill: boolean;
}

function Moved({ preview: { moved, heldBy }, isStill }: EffectProps) {
  return (
    <p>
      {isStill ? (
        <>It stays where it is.</>
      ) : (
        <>
          Runs <Day on={moved.startsOn} /> to <Day on={lastDay(moved.endsOn)} />,{" "}
          <strong className="font-semibold">{movedBy(moved.startDays)}</strong>.
        </>
      )}
      {heldBy && <> {heldBy.reason}.</>}
    </p>
  );
}

function Follows({ preview: { follows, followCount }, isStill }: EffectProps) {
  if (followCount === 0) return isStill ? null : <p className="text-muted">Nothing else moves.</p>;
  return (
    <div>
      <p className="font-medium">{countOf(followCount, "work package follows", "work packages follow")}</p>
      <ul className="mt-1 divide-y divide-line">
        {follows.slice(0, MOST_NAMED).map((shift) => (
          <li key={shift.workPackageId} className="py-1.5">
            <TextLink to={`/console/plan/work/${shift.workPackageId}`} dir="auto">
              {shift.title}
            </TextLink>
            <span className="block text-13 text-muted">
              {movedBy(shift.startDays)}, from <Day on={shift.startsOn} />
            </span>
          </li>
        ))}
      </ul>
      {followCount > MOST_NAMED && (
        <p className="pt-1 text-13 text-muted">and {followCount - MOST_NAMED} more</p>
      )}
    </div>
  );
}
