import { Checkbox } from "#web/ui/checkbox.tsx";
import { DateInput } from "#web/ui/date-input.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { Select } from "#web/ui/select.tsx";
import { RULES } from "./choices.ts";
import type { Lesson } from "./lesson.tsx";
import { completionWords } from "./rule-words.ts";
import { useCourse } from "./use-course.ts";

function AfterLessons({ lesson }: { lesson: Lesson }) {
  const { modules } = useCourse();
  const others = modules.flatMap(({ lessons }) => lessons.filter(({ key }) => key !== lesson.key));
  if (others.length === 0) return null;
  return (
    <fieldset>
      <legend className="mb-1 text-13 font-medium">After these lessons</legend>
      <div className="max-h-60 overflow-y-auto rounded-control border border-line px-3" tabIndex={0}>
        {others.map(({ key, title }) => (
          <Checkbox
            key={key}
            name="opening.afterLessons[]"
            value={key}
            label={<span dir="auto">{title}</span>}
            defaultChecked={lesson.opening.afterLessons?.includes(key) ?? false}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** What completes a lesson, and when it opens. */
export function RuleFields({ lesson }: { lesson: Lesson }) {
  const { completion, opening } = lesson;
  return (
    <>
      <fieldset className="space-y-4">
        <legend className="mb-2 font-semibold">What completes it</legend>
        <p className="text-13 text-muted">Now: {completionWords(completion).toLowerCase()}.</p>
        <Select name="completion.rule" label="Rule" options={RULES} defaultValue={completion.rule} />
        <div className="grid gap-5 sm:grid-cols-2">
          <NumberInput
            name="completion.seconds"
            label="Time on the page"
            unit="seconds"
            hint="For reading."
            defaultValue={String(completion.rule === "read" ? completion.seconds : 60)}
          />
          <NumberInput
            name="completion.percent"
            label="At least"
            unit="%"
            hint="For recordings, a quiz or a mark."
            defaultValue={String("percent" in completion ? completion.percent : 70)}
          />
        </div>
      </fieldset>
      <fieldset className="space-y-4">
        <legend className="mb-2 font-semibold">When it opens</legend>
        <p className="text-13 text-muted">All that you fill in must hold. Nothing: from the start.</p>
        <div className="grid gap-5 sm:grid-cols-2">
          <NumberInput
            name="opening.days"
            label="Days after the student's start"
            unit="days"
            optional
            defaultValue={opening.days === undefined ? "" : String(opening.days)}
          />
          <DateInput name="opening.onDate" label="Not before" optional defaultValue={opening.onDate} />
        </div>
        <AfterLessons lesson={lesson} />
      </fieldset>
    </>
  );
}
