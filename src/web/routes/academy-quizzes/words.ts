import type { z } from "zod";
import type { AttemptSummary } from "#modules/academy/contract/quiz-staff.ts";
import type { QuestionDetail, QuestionSummary, QuizDetail } from "#modules/academy/contract/quizzes.ts";
import { countOf } from "#web/format/plural.ts";

export type Question = z.output<typeof QuestionDetail>;
export type QuestionRow = z.output<typeof QuestionSummary>;
export type QuestionKind = QuestionRow["kind"];
export type Quiz = z.output<typeof QuizDetail>;
export type AttemptRow = z.output<typeof AttemptSummary>;

/** Kinds of questions as authors read them. */
export const KIND_WORDS: Record<QuestionKind, string> = {
  single: "One right option",
  multiple: "Several right options",
  true_false: "True or false",
  numeric: "Number",
  short_text: "Short text",
  ordering: "Order",
  matching: "Matching",
  cloze: "Gaps",
};

export const kindOptions = Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label }));

/** Where a version of a quiz stands, in words. */
export const placeWords = (places: readonly ("draft" | "published")[]): string =>
  places.includes("published")
    ? places.includes("draft")
      ? "In force, with a draft"
      : "In force"
    : "Draft alone";

/** How a quiz is taken, in one line. */
export function settingsWords({ settings }: Pick<Quiz, "settings">): string {
  const { passingPercent, attempts, timeLimitMinutes } = settings;
  return [
    `${passingPercent} % passes`,
    attempts === null ? "any number of attempts" : countOf(attempts, "attempt"),
    timeLimitMinutes === null ? "no time limit" : `${timeLimitMinutes} min`,
  ].join(", ");
}
