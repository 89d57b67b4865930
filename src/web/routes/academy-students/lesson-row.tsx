import type { z } from "zod";
import type { EnrollmentRecord } from "#modules/academy/contract/students.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { useFormat } from "#web/format/use-format.ts";
import { closedWords, progressWords, ruleWords } from "#web/routes/learn/lesson-words.ts";
import { Button } from "#web/ui/button.tsx";
import { DateInput } from "#web/ui/date-input.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { State } from "#web/ui/state.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { Moment } from "#web/ui/time.tsx";

type Lesson = z.output<typeof EnrollmentRecord>["lessons"][number];

interface LessonRowProps {
  lesson: Lesson;
  zone: string;
  mayChange: boolean;
  state: FormState | undefined;
}

function Standing({ lesson }: { lesson: Lesson }) {
  const { instant } = useFormat();
  if (lesson.completedAt) return <State kind="done">Completed</State>;
  if (!lesson.isOpen) return <State kind="closed">{closedWords(lesson, instant)}</State>;
  return lesson.isStarted ? <State kind="in_progress">Under way</State> : <State kind="not_started" />;
}

/** A lesson of a student's record: its rule, what is there to meet it, and when it opens for them. */
export function LessonRow({ lesson, zone, mayChange, state }: LessonRowProps) {
  return (
    <li className="px-4 py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
        <div className="min-w-0">
          <p className="font-medium" dir="auto">
            {lesson.title}
          </p>
          <p className="text-13 text-muted" dir="auto">
            {lesson.moduleTitle}
          </p>
        </div>
        <Standing lesson={lesson} />
      </div>
      <p className="mt-1 text-13 text-muted">
        {ruleWords(lesson.completion)}. {progressWords(lesson.progress)}
        {lesson.completedAt && (
          <>
            . Completed <Moment at={lesson.completedAt} />
          </>
        )}
      </p>
      {lesson.override && (
        <p className="mt-1 text-13" dir="auto">
          Opened by staff{" "}
          {lesson.override.opensAt ? (
            <>
              from <Moment at={lesson.override.opensAt} />
            </>
          ) : (
            "at once"
          )}
          : {lesson.override.reason}
        </p>
      )}
      {mayChange && <OpeningForms lesson={lesson} zone={zone} state={state} />}
    </li>
  );
}

function OpeningForms({ lesson, zone, state }: Omit<LessonRowProps, "mayChange">) {
  const intent = `open:${lesson.key}`;
  return (
    <Disclosure
      summary={
        <>
          Opening<span className="sr-only"> of {lesson.title}</span>
        </>
      }
      open={state?.intent === intent}
    >
      <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
        <Form state={state} intent={intent} className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="lessonKey" value={lesson.key} />
          <DateInput withTime name="opensAt" label={`Opens (${zone})`} hint="Empty: at once" optional />
          <TextInput name="reason" label="Reason" maxLength={500} dir="auto" />
          <Button>Open for this student</Button>
        </Form>
        {lesson.override && (
          <Form intent={`clear:${lesson.key}`} className="">
            <input type="hidden" name="lessonKey" value={lesson.key} />
            <Button>Open by its rule again</Button>
          </Form>
        )}
      </div>
    </Disclosure>
  );
}
