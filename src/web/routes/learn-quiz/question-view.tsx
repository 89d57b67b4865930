import { useRef } from "react";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { RichText } from "#web/parts/rich-text.tsx";
import { courseFile } from "#web/parts/course-blocks/block-props.ts";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { countOf } from "#web/format/plural.ts";
import { AnswerFields } from "./answer-fields.tsx";
import { AttemptHeader } from "./attempt-header.tsx";
import type { Mark } from "./load-attempt.ts";
import { QuestionList } from "./question-list.tsx";
import { type Attempt, HOW_TO, type Item } from "./quiz-words.ts";
import { Review } from "./review.tsx";
import { SaveLine } from "./save-line.tsx";
import { useAutosave } from "./use-autosave.ts";

interface Props {
  attempt: Omit<Attempt, "items">;
  marks: readonly Mark[];
  item: Item;
  state?: FormState | null;
}

/** One question, and the ways from it. It is one form: with scripts it saves itself, without them each button does. */
export function QuestionView({ attempt, marks, item, state }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const checksAtOnce = attempt.feedback === "immediately";
  const isOn = !checksAtOnce && !item.isLocked;
  const { standing, onAnswer, onSubmit } = useAutosave({ form, attempt, item, isOn });
  return (
    <div className="mx-auto max-w-[68ch]">
      <AttemptHeader attempt={attempt} title={`Question ${item.position} of ${marks.length}`}>
        {item.section && (
          <p className="mt-1 text-14 text-muted" dir="auto">
            {item.section}
          </p>
        )}
      </AttemptHeader>
      <Form
        ref={form}
        state={state}
        onChange={(event) => onAnswer(event.target)}
        onSubmit={onSubmit}
        className="mt-6"
      >
        <Carried item={item} count={marks.length} checksAtOnce={checksAtOnce && !item.isLocked} />
        <RichText text={item.prompt} fileHref={courseFile} className="text-18" />
        {item.isLocked ? <Review item={item} /> : <Answer item={item} onAnswer={onAnswer} />}
        {isOn && <SaveLine standing={standing} savedAt={item.savedAt} />}
        <Ways item={item} count={marks.length} checksAtOnce={checksAtOnce && !item.isLocked} />
        <AllQuestions marks={marks} current={item.position} />
      </Form>
    </div>
  );
}

interface Place {
  item: Item;
  count: number;
  checksAtOnce: boolean;
}

/** What the form says besides the answer. */
function Carried({ item, count, checksAtOnce }: Place) {
  return (
    <>
      {/* The first button of a form is the one that Enter presses. */}
      <button
        type="submit"
        name="go"
        value={checksAtOnce ? "stay" : "next"}
        tabIndex={-1}
        aria-hidden
        className="sr-only"
      >
        Continue
      </button>
      <input type="hidden" name="position" value={item.position} />
      <input type="hidden" name="count" value={count} />
      <input type="hidden" name="kind" value={item.kind} />
      <input type="hidden" name="sequence" defaultValue={item.sequence + 1} />
      <input type="hidden" name="spentMs" defaultValue="" />
      {item.isLocked && <input type="hidden" name="locked" value="1" />}
      {checksAtOnce && <input type="hidden" name="checks" value="1" />}
    </>
  );
}

function Answer({ item, onAnswer }: { item: Item; onAnswer(): void }) {
  return (
    <>
      <p className="text-14 text-muted">
        {HOW_TO[item.kind]} {item.points === 1 ? "" : `${countOf(item.points, "point")}.`}
      </p>
      <AnswerFields item={item} onAnswer={onAnswer} />
    </>
  );
}

function Ways({ item, count, checksAtOnce }: Place) {
  const onwards = item.position === count ? "Review and submit" : checksAtOnce ? "Skip" : "Next";
  return (
    <div className="flex flex-wrap gap-3 border-t border-line pt-5">
      {item.position > 1 && (
        <Button name="go" value="previous" size="large" icon="arrow-left">
          <span className="max-sm:sr-only">Previous</span>
        </Button>
      )}
      <Button
        name="go"
        value="next"
        look={checksAtOnce ? "secondary" : "primary"}
        size="large"
        className={checksAtOnce ? undefined : "ms-auto"}
      >
        {onwards}
      </Button>
      {checksAtOnce && (
        <Button name="go" value="stay" look="primary" size="large" className="ms-auto">
          Check the answer
        </Button>
      )}
    </div>
  );
}

function AllQuestions({ marks, current }: { marks: readonly Mark[]; current: number }) {
  const answered = marks.filter(({ isAnswered }) => isAnswered).length;
  return (
    <Disclosure summary={`All questions, ${answered} of ${marks.length} answered`}>
      <QuestionList marks={marks} current={current} />
      {current !== marks.length && (
        <p className="mt-4">
          <Button name="go" value="end">
            Review and submit
          </Button>
        </p>
      )}
    </Disclosure>
  );
}
