import { z } from "zod";

/** When students see what was right. */
export const FEEDBACK_TIMES = ["immediately", "after_submission", "after_last_attempt", "never"] as const;

/** How a quiz is taken. Percent of 0–100; null means without a limit. */
export const quizSettings = z.object({
  passingPercent: z.number().int().min(0).max(100).default(70),
  attempts: z.number().int().min(1).max(100).nullable().default(null),
  /** Hours between the end of an attempt and the next. */
  retakeAfterHours: z.number().int().min(0).max(8760).default(0),
  timeLimitMinutes: z.number().int().min(1).max(1440).nullable().default(null),
  shuffleQuestions: z.boolean().default(true),
  shuffleOptions: z.boolean().default(true),
  feedback: z.enum(FEEDBACK_TIMES).default("after_submission"),
});
export type QuizSettings = z.output<typeof quizSettings>;

/** A part of a quiz: `draw` questions (null: all) of those named, or of those with one of the tags. */
export const quizSection = z.object({
  title: z.string().max(200).default(""),
  draw: z.number().int().min(1).max(500).nullable().default(null),
  questionIds: z.array(z.uuid()).max(500).default([]),
  tags: z.array(z.string().min(1).max(60)).max(20).default([]),
});
export type QuizSection = z.output<typeof quizSection>;
