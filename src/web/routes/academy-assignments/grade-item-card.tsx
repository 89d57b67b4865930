import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Moment } from "#web/ui/time.tsx";
import { percentOf, SubmissionState } from "./standing.tsx";
import type { Grades } from "./student-grades.tsx";

type Item = Grades["items"][number];

/** What a grade rests on: submissions, or attempts at a quiz. */
function Evidence({ item }: { item: Item }) {
  if (item.submissions.length === 0 && item.attempts.length === 0)
    return (
      <p className="text-muted">{item.kind === "quiz" ? "No attempt yet." : "Nothing was handed in yet."}</p>
    );
  return (
    <ul className="divide-y divide-line border-y border-line">
      {item.submissions.map((one) => (
        <li key={one.submissionId} className="flex flex-wrap items-center gap-x-4 py-1.5">
          <TextLink to={`/console/academy/assignments/submissions/${one.submissionId}`}>
            Submission {one.number}
          </TextLink>
          <Moment at={one.submittedAt} />
          <SubmissionState status={one.status} />
          <span className="ms-auto tabular-nums">{percentOf(one.scorePpm)}</span>
        </li>
      ))}
      {item.attempts.map((one) => (
        <li key={one.attemptId} className="flex flex-wrap items-center gap-x-4 py-1.5">
          <TextLink to={`/console/academy/attempts/${one.attemptId}`}>Attempt {one.number}</TextLink>
          <Moment at={one.startedAt} />
          <span className="text-muted">
            {one.status === "open" ? "under way" : one.status === "void" ? "void" : ""}
          </span>
          <span className="ms-auto tabular-nums">{percentOf(one.scorePpm)}</span>
        </li>
      ))}
    </ul>
  );
}

function Override({ item, state }: { item: Item; state: FormState | undefined }) {
  const { override } = item;
  if (!override)
    return (
      <Disclosure summary="Set the grade by hand" open={state?.intent === `set:${item.itemKey}`}>
        <Form state={state} intent={`set:${item.itemKey}`} className="max-w-form space-y-4">
          <input type="hidden" name="itemKey" value={item.itemKey} />
          <NumberInput name="scorePpm" label="Grade" unit="%" />
          <TextArea name="reason" label="Why" hint="It stays in the history." rows={2} maxLength={2000} />
          <Button>Set the grade</Button>
        </Form>
      </Disclosure>
    );
  return (
    <>
      <p className="text-muted">
        Set by hand{override.by && <> by {override.by.name || "an erased person"}</>},{" "}
        <Moment at={override.at} />: <q dir="auto">{override.reason}</q>
        {item.earnedPpm !== null && <> Earned: {percentOf(item.earnedPpm)}.</>}
      </p>
      <Disclosure summary="Let the earned grade count" open={state?.intent === `earned:${item.itemKey}`}>
        <Form state={state} intent={`earned:${item.itemKey}`} className="max-w-form space-y-4">
          <input type="hidden" name="itemKey" value={item.itemKey} />
          <TextArea name="reason" label="Why" rows={2} maxLength={2000} />
          <Button>Let it count</Button>
        </Form>
      </Disclosure>
    </>
  );
}

/** One grade of a student, with what it rests on. */
export function GradeItemCard({ item, state }: { item: Item; state: FormState | undefined }) {
  return (
    <div id={item.itemKey} className="scroll-mt-4">
      <Card className="space-y-3">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 className="text-16 font-semibold" dir="auto">
            {item.title}
          </h2>
          <p className="text-18 font-semibold tabular-nums">
            {item.scorePpm === null ? <span className="text-muted">None</span> : percentOf(item.scorePpm)}
          </p>
        </div>
        <p className="flex flex-wrap items-center gap-2 text-13 text-muted">
          <Badge>{item.kind === "quiz" ? "Quiz" : "Assignment"}</Badge>
          <span dir="auto">{item.lessonTitle}</span>
          <span>counts {Math.round(item.weightPercent * 10) / 10}%</span>
          <span>passed from {item.passingPercent}%</span>
        </p>
        <Evidence item={item} />
        <Override item={item} state={state} />
      </Card>
    </div>
  );
}
