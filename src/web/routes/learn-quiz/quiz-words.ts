import type { z } from "zod";
import type { AttemptItem, MyAttempt, MyQuiz } from "#modules/academy/contract/quiz-attempts.ts";
import { countOf } from "#web/format/plural.ts";

export type Attempt = z.output<typeof MyAttempt>;
export type Item = z.output<typeof AttemptItem>;
export type Quiz = z.output<typeof MyQuiz>;

/** A score as people read it: whole percent, never rounded up to what was not reached. */
export const percentOf = (ppm: number): string => `${Math.floor(ppm / 10_000)} %`;

/** Points earned in a question: "2 of 3 points". */
export function pointsWords({ points, review }: Item): string {
  if (!review) return countOf(points, "point");
  const earned = Math.round((points * review.awardedPpm) / 10_000) / 100;
  return `${earned} of ${countOf(points, "point")}`;
}

/** How a question was answered, in a word. */
export function outcome({ answer, review }: Item): {
  tone: "positive" | "caution" | "critical" | "neutral";
  word: string;
} {
  if (answer === null) return { tone: "neutral", word: "Not answered" };
  if (!review) return { tone: "neutral", word: "Answered" };
  if (review.awardedPpm === 1_000_000) return { tone: "positive", word: "Right" };
  return review.awardedPpm === 0
    ? { tone: "critical", word: "Not right" }
    : { tone: "caution", word: "Partly right" };
}

/** A length of time as long as it matters: "1 h 5 min", "12 min", "under 1 min". */
export function lengthWords(minutes: number): string {
  if (minutes < 1) return "under 1 min";
  const hours = Math.floor(minutes / 60);
  const rest = Math.floor(minutes % 60);
  return [hours > 0 ? `${hours} h` : "", rest > 0 || hours === 0 ? `${rest} min` : ""]
    .filter(Boolean)
    .join(" ");
}

/** When students see what was right. */
export const FEEDBACK_WORDS: Record<Attempt["feedback"], string> = {
  immediately: "After each question you see what is right. Then its answer stays as it is.",
  after_submission: "After you submit you see what is right, and why.",
  after_last_attempt: "You see what is right once you have used your last attempt.",
  never: "You see your result. What is right is not shown.",
};

/** How a question is answered, for who has not seen its kind before. */
export const HOW_TO: Record<Item["kind"], string> = {
  single: "Choose one.",
  multiple: "Choose all that apply. A wrong choice takes a right one back.",
  true_false: "Choose one.",
  numeric: "Type a number. Comma or point, both are read.",
  short_text: "Type a few words. Capital letters do not matter unless the question says so.",
  ordering: "Put these in order, the first at the top.",
  matching: "Choose what belongs to each.",
  cloze: "Fill the gaps.",
};
