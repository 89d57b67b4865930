import { z } from "zod";
import { richText } from "#kernel/browser/rich-text.ts";

/** Kinds of questions. */
export const QUESTION_KINDS = [
  "single",
  "multiple",
  "true_false",
  "numeric",
  "short_text",
  "ordering",
  "matching",
  "cloze",
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Names an option, item or blank within its question; stable, and says nothing of whether it is right. */
const partId = z.string().min(1).max(40);
const option = z.object({
  id: partId,
  text: richText,
  correct: z.boolean(),
  /** Shown to who chose it, after the attempt. */
  feedback: z.string().max(2000).default(""),
});
const line = z.object({ id: partId, text: z.string().min(1).max(1000) });
const words = z.array(z.string().min(1).max(200)).min(1).max(50);

/** One gap of a cloze text: typed, or chosen of a list. */
const blank = z.union([
  z.object({ id: partId, accept: words, caseSensitive: z.boolean().default(false) }),
  z.object({ id: partId, options: z.array(line).min(2).max(20), correct: partId }),
]);

/**
 * A question with its key, as authors write it. Students never get this: `rules/quizzes` splits what is asked from what
 * is right. `ordering.items` and `matching.pairs` stand in the right order and pairing.
 */
export const questionBody = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("single"), options: z.array(option).min(2).max(20) }),
  z.object({ kind: z.literal("multiple"), options: z.array(option).min(2).max(20) }),
  z.object({ kind: z.literal("true_false"), answer: z.boolean() }),
  z.object({
    kind: z.literal("numeric"),
    value: z.number(),
    /** Right within value ± tolerance. */
    tolerance: z.number().min(0).default(0),
    unit: z.string().max(40).default(""),
  }),
  z.object({ kind: z.literal("short_text"), accept: words, caseSensitive: z.boolean().default(false) }),
  z.object({ kind: z.literal("ordering"), items: z.array(line).min(2).max(20) }),
  z.object({
    kind: z.literal("matching"),
    pairs: z
      .array(z.object({ id: partId, left: z.string().max(1000), right: z.string().max(1000) }))
      .min(2)
      .max(20),
    /** Right sides that belong to nothing. */
    distractors: z.array(z.string().min(1).max(1000)).max(20).default([]),
  }),
  z.object({
    kind: z.literal("cloze"),
    /** Gaps stand as {{id}}. */
    text: z.string().min(1).max(10_000),
    blanks: z.array(blank).min(1).max(30),
  }),
]);
export type QuestionBody = z.output<typeof questionBody>;

/** What an author gives of a question. `slug` is unique within the course's bank. */
export const questionDraft = z.object({
  slug: z
    .string()
    .min(1)
    .max(80)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use lower-case letters, digits and dashes"),
  prompt: richText,
  body: questionBody,
  /** Shown after the attempt. */
  explanation: richText.nullable().default(null),
  points: z.number().int().min(0).max(1000).default(1),
  tags: z.array(z.string().min(1).max(60)).max(20).default([]),
});
export type QuestionDraft = z.output<typeof questionDraft>;
