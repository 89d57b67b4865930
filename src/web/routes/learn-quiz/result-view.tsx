import { countOf } from "#web/format/plural.ts";
import { RichText } from "#web/parts/rich-text.tsx";
import { courseFile } from "#web/parts/course-blocks/block-props.ts";
import { Badge } from "#web/ui/badge.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { Moment } from "#web/ui/time.tsx";
import { AttemptHeader } from "./attempt-header.tsx";
import { type Attempt, type Item, outcome, percentOf, pointsWords } from "./quiz-words.ts";
import { Review } from "./review.tsx";

/** How an attempt ended, and what of its questions may be told. */
export function ResultView({ attempt }: { attempt: Attempt }) {
  const reviewed = attempt.items.filter(({ review }) => review !== null);
  return (
    <div className="mx-auto max-w-[68ch]">
      <AttemptHeader attempt={attempt} title="Your result" />
      <div className="mt-6 space-y-8">
        {attempt.status === "void" ? <VoidNotice attempt={attempt} /> : <Score attempt={attempt} />}
        <Ways attempt={attempt} />
        {reviewed.length > 0 ? (
          <ol className="space-y-8">
            {attempt.items.map((item) => (
              <ReviewedItem key={item.position} item={item} count={attempt.items.length} />
            ))}
          </ol>
        ) : (
          <p className="text-muted">{whyNothing(attempt)}</p>
        )}
      </div>
    </div>
  );
}

function whyNothing({ feedback, isAnotherOpen, attemptsLeft, status }: Attempt): string {
  if (status === "void") return "";
  if (isAnotherOpen)
    return "You have another attempt open. What was right shows here when that one is submitted.";
  if (feedback === "after_last_attempt")
    return attemptsLeft === null
      ? "This quiz shows its result alone."
      : `What was right shows here when no attempt is left. You have ${countOf(attemptsLeft, "more attempt", "more attempts")}.`;
  return "This quiz shows its result alone. What was right is not shown.";
}

function VoidNotice({ attempt }: { attempt: Attempt }) {
  return (
    <Notice tone="caution" title="This attempt does not count">
      <p dir="auto">{attempt.voidReason}</p>
    </Notice>
  );
}

function Score({ attempt }: { attempt: Attempt }) {
  const { scorePpm, isPassed, passingPercent, finishedBy, finishedAt } = attempt;
  return (
    <div className="rounded-card border border-line bg-surface px-5 py-5">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="text-48 leading-none font-bold tabular-nums">{percentOf(scorePpm ?? 0)}</span>
        <Badge tone={isPassed ? "positive" : "caution"}>{isPassed ? "Passed" : "Not passed yet"}</Badge>
      </p>
      <p className="mt-3 text-muted">
        {passingPercent} % passes.{" "}
        {finishedBy === "time" ? "The time was over; what you had saved is counted. " : ""}
        {finishedAt && (
          <>
            Attempt {attempt.number}, ended <Moment at={finishedAt} />.
          </>
        )}
      </p>
    </div>
  );
}

function Ways({ attempt }: { attempt: Attempt }) {
  const { courseSlug: course, quizKey, lesson, isPassed, attemptsLeft } = attempt;
  const mayRetry = attemptsLeft === null || attemptsLeft > 0;
  return (
    <p className="flex flex-wrap gap-3">
      <LinkButton
        to={lesson ? `/learn/${course}/lessons/${lesson.slug}` : `/learn/${course}`}
        look={isPassed || !mayRetry ? "primary" : "secondary"}
        size="large"
      >
        {lesson ? "Back to the lesson" : "To the course"}
      </LinkButton>
      <LinkButton
        to={`/learn/${course}/quizzes/${quizKey}`}
        look={!isPassed && mayRetry ? "primary" : "secondary"}
        size="large"
      >
        {mayRetry ? "Try again" : "All attempts"}
      </LinkButton>
    </p>
  );
}

function ReviewedItem({ item, count }: { item: Item; count: number }) {
  const { tone, word } = outcome(item);
  return (
    <li className="border-t border-line pt-6">
      <h2 className="flex flex-wrap items-center gap-3 text-16 font-bold">
        Question {item.position} of {count}
        <Badge tone={tone}>{word}</Badge>
        <span className="text-14 font-normal text-muted tabular-nums">{pointsWords(item)}</span>
      </h2>
      <RichText text={item.prompt} fileHref={courseFile} className="mt-3" />
      <Review item={item} withOutcome={false} />
    </li>
  );
}
