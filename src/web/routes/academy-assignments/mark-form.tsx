import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import type { RichTextValue } from "#web/forms/rich-text.ts";
import { countOf } from "#web/format/plural.ts";
import { Button } from "#web/ui/button.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { RichTextEditor } from "#web/ui/rich-text-editor.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import type { Submission } from "./submission.tsx";

type Criterion = Submission["rubric"][number];
type Reading = Submission["readings"][number];

/** One criterion: a level, points of one's own where the level is not quite it, and a word to the student. */
function CriterionFields({
  criterion,
  at,
  reading,
}: {
  criterion: Criterion;
  at: number;
  reading: Reading | undefined;
}) {
  const given = reading?.criteria.find(({ criterionId }) => criterionId === criterion.id);
  const name = `criteria[${at}]`;
  const most = Math.max(...criterion.levels.map(({ points }) => points));
  return (
    <div className="space-y-3 border-b border-line pb-5">
      <input type="hidden" name={`${name}.criterionId`} value={criterion.id} />
      <RadioGroup
        name={`${name}.levelId`}
        legend={criterion.title}
        hint={criterion.description || undefined}
        defaultValue={given?.levelId ?? undefined}
        choices={criterion.levels.map((level) => ({
          value: level.id,
          label: `${level.title}, ${countOf(level.points, "point")}`,
          hint: level.description || undefined,
        }))}
      />
      <div className="grid items-start gap-3 sm:grid-cols-[9rem_minmax(0,1fr)]">
        <NumberInput
          name={`${name}.points`}
          label="Other points"
          unit={`of ${most}`}
          optional
          defaultValue={given?.points ?? undefined}
        />
        <TextArea
          name={`${name}.comment`}
          label="Comment"
          optional
          rows={2}
          maxLength={5000}
          defaultValue={given?.comment}
        />
      </div>
    </div>
  );
}

/** The mark of who has the work on the table. `version` says which state of it they saw. */
export function MarkForm({
  submission,
  comment,
  state,
}: {
  submission: Submission;
  comment: RichTextValue;
  state: FormState | undefined;
}) {
  const { rubric, nextReading, readings, version } = submission;
  const reading = readings.find((one) => one.reading === nextReading);
  return (
    <Form state={state} intent="mark">
      <input type="hidden" name="version" value={version} />
      {rubric.map((criterion, at) => (
        <CriterionFields key={criterion.id} criterion={criterion} at={at} reading={reading} />
      ))}
      {rubric.length === 0 && (
        <NumberInput
          name="percent"
          label="Mark"
          unit="%"
          defaultValue={reading ? reading.points : undefined}
        />
      )}
      <RichTextEditor name="comment" label="To the student" value={comment} optional />
      <TextArea
        name="privateNote"
        label="Note for graders"
        hint="No student ever sees it."
        optional
        rows={2}
        maxLength={5000}
        defaultValue={reading?.privateNote}
      />
      <div className="flex flex-wrap gap-2">
        <Button look="primary" name="do" value="done">
          Finish the mark
        </Button>
        <Button name="do" value="draft">
          Keep as a draft
        </Button>
      </div>
    </Form>
  );
}
