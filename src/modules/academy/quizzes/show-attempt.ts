import type { z } from "zod";
import type { AttemptItem, ItemReview } from "#modules/academy/contract/quiz-attempts.ts";
import type { ItemRow } from "#modules/academy/quizzes/attempt-row.ts";
import { askQuestion } from "#modules/academy/rules/quizzes/ask-question.ts";
import { markAnswer } from "#modules/academy/rules/quizzes/mark-answer.ts";
import { showAnswer } from "#modules/academy/rules/quizzes/read-answer.ts";
import { tellRemarks, tellSolution } from "#modules/academy/rules/quizzes/tell-solution.ts";

/** A kept answer under the ids the student saw. */
export const shownAnswer = ({ body, arrangement, answer }: ItemRow) =>
  answer && showAnswer(body, arrangement, answer);

/** What was right in a question, and why. Only for eyes that may see it: `showsFeedback` decides. */
export function reviewItem(item: ItemRow): z.output<typeof ItemReview> {
  const { body, arrangement, answer, explanation } = item;
  return {
    awardedPpm: item.awarded_ppm ?? markAnswer(body, answer),
    solution: tellSolution(body, arrangement),
    remarks: tellRemarks(body, arrangement, answer),
    explanation,
  };
}

/** A question of an attempt as its student sees it. */
export function showItem(
  item: ItemRow,
  { sections, mayReview }: { sections: readonly { title: string }[]; mayReview: boolean },
): z.output<typeof AttemptItem> {
  return {
    position: item.position,
    section: sections[item.section]?.title ?? "",
    kind: item.body.kind,
    points: item.points,
    prompt: item.prompt,
    asked: askQuestion(item.body, item.arrangement),
    answer: shownAnswer(item),
    sequence: Number(item.sequence),
    savedAt: item.saved_at,
    isLocked: item.locked_at !== null,
    review: mayReview ? reviewItem(item) : null,
  };
}
