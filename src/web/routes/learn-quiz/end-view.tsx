import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { countOf, nameList } from "#web/format/plural.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { Icon } from "#web/ui/icon.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { AttemptHeader } from "./attempt-header.tsx";
import type { Mark } from "./load-attempt.ts";
import type { Attempt } from "./quiz-words.ts";

interface Props {
  attempt: Omit<Attempt, "items">;
  marks: readonly Mark[];
  state?: FormState | null;
}

/** The last look before the end: what is answered and what is not. */
export function EndView({ attempt, marks, state }: Props) {
  const open = marks.filter(({ isAnswered }) => !isAnswered);
  return (
    <div className="mx-auto max-w-[68ch]">
      <AttemptHeader attempt={attempt} title="Review and submit" />
      <div className="mt-6 space-y-6">
        {open.length > 0 ? (
          <Notice tone="caution" title={`${countOf(open.length, "question")} without an answer`}>
            <p>
              {open.length > 6
                ? "They earn"
                : `${nameList(
                    open.map(({ position }) => `Question ${position}`),
                    6,
                  )}: earns`}{" "}
              no points. You can still go back.
            </p>
          </Notice>
        ) : (
          <p className="text-18">All {marks.length} questions are answered.</p>
        )}
        <ol className="grid gap-2 sm:grid-cols-2">
          {marks.map(({ position, isAnswered }) => (
            <li key={position}>
              <LinkButton
                to={`?question=${position}`}
                wide
                className={classNames("justify-start", !isAnswered && "text-muted")}
                size="large"
              >
                <Icon
                  name={isAnswered ? "check" : "circle-dashed"}
                  className={isAnswered ? "text-positive" : ""}
                />
                Question {position}
                <span className="ms-auto text-14 font-normal text-muted">
                  {isAnswered ? "Answered" : "Not answered"}
                </span>
              </LinkButton>
            </li>
          ))}
        </ol>
        <Form
          state={state}
          intent="submit"
          className="flex flex-wrap items-center gap-3 space-y-0 border-t border-line pt-5"
        >
          <LinkButton to={`?question=${marks.length}`} size="large" icon="arrow-left">
            Back
          </LinkButton>
          <Button look="primary" size="large" className="ms-auto">
            Submit {countOf(marks.length - open.length, "answer")}
          </Button>
        </Form>
      </div>
    </div>
  );
}
