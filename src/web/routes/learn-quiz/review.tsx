import type { ReactNode } from "react";
import type { Answer, Asked, Solution } from "#modules/academy/contract/quiz-answer.ts";
import { RichText } from "#web/parts/rich-text.tsx";
import { courseFile } from "#web/parts/course-blocks/block-props.ts";
import { Badge } from "#web/ui/badge.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { outcome, type Item, pointsWords } from "./quiz-words.ts";
import { readReview } from "./read-review.ts";

export interface ReviewedAnswer {
  asked: Asked;
  answer: Answer | null;
  solution: Solution | null;
}

/** What was answered beside what is right, with why. */
export function Review({ item, withOutcome = true }: { item: Item; withOutcome?: boolean }) {
  const { tone, word } = outcome(item);
  return (
    <div className="mt-4 space-y-4">
      {withOutcome && item.review && (
        <p role="status" className="flex items-center gap-3">
          <Badge tone={tone}>{word}</Badge>
          <span className="text-14 text-muted tabular-nums">{pointsWords(item)}</span>
        </p>
      )}
      <ReviewedLines
        reviewed={{ asked: item.asked, answer: item.answer, solution: item.review?.solution ?? null }}
      />
      {item.review?.remarks.map(({ id, text }) => (
        <p key={id} dir="auto" className="text-pretty">
          {text}
        </p>
      ))}
      {item.review?.explanation && (
        <div className="rounded-card bg-hover px-4 py-3">
          <RichText text={item.review.explanation} fileHref={courseFile} />
        </div>
      )}
    </div>
  );
}

/** The lines of an answer with what is right, for students and for staff. */
export function ReviewedLines({ reviewed }: { reviewed: ReviewedAnswer }) {
  return (
    <ul className="space-y-2">
      {readReview(reviewed).map((line, at) => (
        <li key={at} className="flex items-start gap-3 rounded-control border border-line px-3.5 py-2.5">
          <LineIcon isRight={line.isRight} />
          <div className="min-w-0 flex-1">
            {line.rich ? <RichText text={line.rich} fileHref={courseFile} /> : <p dir="auto">{line.text}</p>}
            {line.notes.map((note) => (
              <Note key={note}>{note}</Note>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

const Note = ({ children }: { children: ReactNode }) => (
  <p dir="auto" className="text-14 text-muted">
    {children}
  </p>
);

function LineIcon({ isRight }: { isRight: boolean | null }) {
  if (isRight === null) return <Icon name="minus" className="mt-1 text-muted" />;
  return isRight ? (
    <Icon name="check" className="mt-1 text-positive" />
  ) : (
    <Icon name="circle-x" className="mt-1 text-critical" />
  );
}
