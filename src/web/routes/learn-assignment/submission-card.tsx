import { countOf } from "#web/format/plural.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { HandedFiles } from "#web/parts/handed-files.tsx";
import { RichText } from "#web/parts/rich-text.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { State } from "#web/ui/state.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Assignment } from "./assignment.tsx";

type Submission = Assignment["submissions"][number];

const LOOKS = {
  waiting: ["waiting", "Waits to be marked"],
  in_marking: ["in_progress", "Is being marked"],
  released: ["done", "Marked"],
  returned: ["reopened", "To be done again"],
  withdrawn: ["closed", "Taken back"],
} as const;

/** A released mark: the whole, each criterion, and what the grader says. */
function Mark({ mark, rubric }: { mark: NonNullable<Submission["mark"]>; rubric: Submission["rubric"] }) {
  const percent = Math.round(mark.scorePpm / 10_000);
  return (
    <div className="mt-3 space-y-4">
      <p className="text-18 font-semibold tabular-nums">
        {rubric.length > 0
          ? `${mark.points} of ${countOf(mark.maxPoints, "point")}, ${percent}%`
          : `${percent}%`}{" "}
        <Badge tone={mark.isPassed ? "positive" : "caution"}>{mark.isPassed ? "Passed" : "Not passed"}</Badge>
      </p>
      {rubric.length > 0 && (
        <dl className="divide-y divide-line border-y border-line">
          {rubric.map((criterion) => {
            const given = mark.criteria.find(({ criterionId }) => criterionId === criterion.id);
            const level = criterion.levels.find(({ id }) => id === given?.levelId);
            const points = given?.points ?? level?.points ?? 0;
            const most = Math.max(...criterion.levels.map((one) => one.points));
            return (
              <div key={criterion.id} className="py-2.5">
                <dt className="flex justify-between gap-4">
                  <span dir="auto" className="font-medium">
                    {criterion.title}
                  </span>
                  <span className="shrink-0 tabular-nums">
                    {points} of {most}
                  </span>
                </dt>
                <dd dir="auto" className="text-muted">
                  {level?.title}
                  {given?.comment && <p className="mt-1 whitespace-pre-line text-text">{given.comment}</p>}
                </dd>
              </div>
            );
          })}
        </dl>
      )}
      <RichText text={mark.comment} />
    </div>
  );
}

/** One time the work was handed in, with its mark. */
export function SubmissionCard({
  submission,
  state,
}: {
  submission: Submission;
  state: FormState | undefined;
}) {
  const [kind, word] = LOOKS[submission.status];
  const intent = `withdraw:${submission.submissionId}`;
  return (
    <Card>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 className="font-semibold">Submission {submission.number}</h3>
        <State kind={kind}>{word}</State>
      </div>
      <p className="text-14 text-muted">
        Handed in <Moment at={submission.submittedAt} />
        {submission.isLate && ", late"}
      </p>
      {submission.status === "returned" && (
        <div className="mt-3">
          <Notice tone="caution" title="What to do again">
            <p className="whitespace-pre-line" dir="auto">
              {submission.returnedNote}
            </p>
          </Notice>
        </div>
      )}
      {submission.mark && <Mark mark={submission.mark} rubric={submission.rubric} />}
      <Disclosure summary="What you handed in">
        <div className="space-y-3">
          <RichText text={submission.text} />
          <HandedFiles files={submission.files} />
        </div>
      </Disclosure>
      {submission.mayWithdraw && (
        <Form state={state} intent={intent} className="mt-2">
          <input type="hidden" name="submissionId" value={submission.submissionId} />
          <Button icon="rotate-ccw">Take it back</Button>
        </Form>
      )}
    </Card>
  );
}
