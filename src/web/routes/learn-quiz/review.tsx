import { ReviewedLines } from "#web/parts/quiz-review/reviewed-lines.tsx";
import { RichText } from "#web/parts/rich-text.tsx";
import { courseFile } from "#web/parts/course-blocks/block-props.ts";
import { Badge } from "#web/ui/badge.tsx";
import { outcome, type Item, pointsWords } from "./quiz-words.ts";

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
