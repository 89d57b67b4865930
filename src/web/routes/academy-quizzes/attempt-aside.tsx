import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { countOf } from "#web/format/plural.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import type { Attempt } from "./attempt.tsx";

interface Props {
  attempt: Attempt;
  state?: FormState | null;
}

const allowanceWords = ({ extraAttempts, extraMinutes }: Attempt["allowances"][number]): string =>
  [
    extraAttempts > 0 ? countOf(extraAttempts, "more attempt", "more attempts") : "",
    extraMinutes > 0 ? `${extraMinutes} min more in each attempt` : "",
  ]
    .filter(Boolean)
    .join(", ");

function Allowances({ attempt, state }: Props) {
  return (
    <ul className="mb-4 space-y-3">
      {attempt.allowances.map((allowance) => (
        <li key={allowance.allowanceId}>
          <p className={allowance.withdrawnAt ? "line-through" : undefined}>{allowanceWords(allowance)}</p>
          <p className="text-13 text-muted" dir="auto">
            {allowance.reason}
            {allowance.givenBy ? ` (${allowance.givenBy})` : ""}
          </p>
          {!allowance.withdrawnAt && (
            <Form intent="withdraw" state={state} className="mt-1">
              <input type="hidden" name="allowanceId" value={allowance.allowanceId} />
              <Button size="small">Take back</Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What staff can do for a student, and about an attempt. */
export function AttemptAside({ attempt, state }: Props) {
  if (!usePermission("academy:grade")) return null;
  return (
    <aside className="max-lg:mt-8">
      <Section
        title="More attempts or time"
        note="For this student at this quiz; an open attempt gets the time at once."
      >
        <Allowances attempt={attempt} state={state} />
        <Form intent="give" state={state}>
          <input type="hidden" name="enrollmentId" value={attempt.enrollmentId} />
          <input type="hidden" name="quizKey" value={attempt.quizKey} />
          <div className="grid grid-cols-2 gap-3">
            <NumberInput name="extraAttempts" label="Attempts" min={0} max={100} defaultValue={0} />
            <NumberInput name="extraMinutes" label="Time" unit="min" min={0} max={1440} defaultValue={0} />
          </div>
          <TextArea name="reason" label="Reason" rows={2} />
          <Button>Give it</Button>
        </Form>
      </Section>
      {attempt.status !== "void" && (
        <Section title="Make it void">
          <Disclosure summary="Take this attempt out of what counts">
            <Form intent="void" state={state}>
              <p className="text-pretty text-muted">
                Neither its score nor its number counts then. Its answers stay on record, and the student sees
                the reason.
              </p>
              <TextArea name="reason" label="Reason" rows={2} />
              <Button look="danger">Make it void</Button>
            </Form>
          </Disclosure>
        </Section>
      )}
    </aside>
  );
}
