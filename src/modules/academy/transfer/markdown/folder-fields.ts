import { z } from "zod";
import { FEEDBACK_TIMES } from "#modules/academy/contract/quiz.ts";
import { completionRule, slug } from "#modules/academy/contract/content.ts";
import { courseFacts } from "#modules/academy/contract/course.ts";

/** The fields of the files of a course folder, as people write them: see docs/modules/academy-transfer.md. */

const text = z.string();
const percent = z.number().int().min(0).max(100);
const lines = courseFacts.shape.outcomes;

/** `course.yaml`. */
export const courseFields = z.object({
  slug,
  title: courseFacts.shape.title,
  subtitle: courseFacts.shape.subtitle,
  summary: courseFacts.shape.summary,
  description: text.default(""),
  language: courseFacts.shape.language,
  level: courseFacts.shape.level,
  duration_days: courseFacts.shape.durationDays,
  entitlement: courseFacts.shape.entitlement,
  outcomes: lines,
  audience: lines,
  requirements: lines,
  faq: courseFacts.shape.faq,
  instructors: courseFacts.shape.instructors,
  certificate: courseFacts.shape.certificate,
  cover: z.string().nullable().default(null),
});

/** `module.yaml`. */
export const moduleFields = z.object({
  title: z.string().trim().min(1).max(200),
  summary: z.string().trim().max(1000).default(""),
});

const opening = z.object({
  days: z.number().int().min(0).max(3650).optional(),
  on: z.iso.date().optional(),
  after: z.array(slug).max(50).optional(),
});

/** The front matter of a lesson. */
export const lessonFields = z.object({
  title: z.string().trim().min(1).max(200),
  summary: z.string().trim().max(1000).default(""),
  minutes: z.number().int().min(0).max(1440).default(0),
  preview: z.boolean().default(false),
  complete: completionRule.default({ rule: "confirm" }),
  opens: opening.default({}),
});

const option = z.object({
  text,
  correct: z.boolean().default(false),
  feedback: z.string().max(2000).default(""),
});
const words = z.array(z.coerce.string().min(1).max(200)).min(1).max(50);
const blank = z.union([
  z.object({ accept: words, case_sensitive: z.boolean().default(false) }),
  z.object({
    options: z.array(z.coerce.string().min(1).max(1000)).min(2).max(20),
    correct: z.number().int().min(0),
  }),
]);

const ofEach = {
  key: slug,
  prompt: text.min(1),
  points: z.number().int().min(0).max(1000).default(1),
  tags: z.array(z.string().min(1).max(60)).max(20).default([]),
  explanation: text.nullable().default(null),
};

/** A question, by its kind. */
export const questionFields = {
  single: z.object({ ...ofEach, kind: z.literal("single"), options: z.array(option).min(2).max(20) }),
  multiple: z.object({ ...ofEach, kind: z.literal("multiple"), options: z.array(option).min(2).max(20) }),
  true_false: z.object({ ...ofEach, kind: z.literal("true_false"), answer: z.boolean() }),
  numeric: z.object({
    ...ofEach,
    kind: z.literal("numeric"),
    value: z.number(),
    tolerance: z.number().min(0).default(0),
    unit: z.string().max(40).default(""),
  }),
  short_text: z.object({
    ...ofEach,
    kind: z.literal("short_text"),
    accept: words,
    case_sensitive: z.boolean().default(false),
  }),
  ordering: z.object({
    ...ofEach,
    kind: z.literal("ordering"),
    items: z.array(z.coerce.string().min(1).max(1000)).min(2).max(20),
  }),
  matching: z.object({
    ...ofEach,
    kind: z.literal("matching"),
    pairs: z
      .array(
        z.object({ left: z.coerce.string().min(1).max(1000), right: z.coerce.string().min(1).max(1000) }),
      )
      .min(2)
      .max(20),
    distractors: z.array(z.coerce.string().min(1).max(1000)).max(20).default([]),
  }),
  cloze: z.object({
    ...ofEach,
    kind: z.literal("cloze"),
    text: z.string().min(1).max(10_000),
    blanks: z.array(blank).min(1).max(30),
  }),
} as const;

/** A quiz. */
export const quizFields = z.object({
  title: z.string().trim().min(1).max(200),
  intro: text.default(""),
  passing_percent: percent.default(70),
  attempts: z.number().int().min(1).max(100).nullable().default(null),
  retake_after_hours: z.number().int().min(0).max(8760).default(0),
  time_limit_minutes: z.number().int().min(1).max(1440).nullable().default(null),
  shuffle_questions: z.boolean().default(true),
  shuffle_options: z.boolean().default(true),
  feedback: z.enum(FEEDBACK_TIMES).default("after_submission"),
  sections: z
    .array(
      z.object({
        title: z.string().max(200).default(""),
        draw: z
          .union([z.literal("all"), z.number().int().min(1).max(500)])
          .nullable()
          .default(null),
        questions: z.array(slug).max(500).default([]),
        tags: z.array(z.string().min(1).max(60)).max(20).default([]),
      }),
    )
    .min(1)
    .max(50),
});

const criterion = z.object({
  key: z.string().min(1).max(80),
  title: z.string().trim().min(1).max(200),
  description: z.string().trim().max(2000).default(""),
  levels: z
    .array(
      z.object({
        title: z.string().trim().min(1).max(100),
        points: z.number().int().min(0).max(1000),
        description: z.string().trim().max(2000).default(""),
      }),
    )
    .min(2)
    .max(10),
});

/** An assignment. */
export const assignmentFields = z.object({
  title: z.string().trim().min(1).max(200),
  brief: text.default(""),
  due_days: z.number().int().min(0).max(3650).nullable().default(null),
  accepts: z
    .object({
      text: z.boolean().default(true),
      files: z.number().int().min(0).max(20).default(5),
      max_mb: z.number().min(0.000001).max(2000).default(20),
      types: z.array(z.string().max(100)).max(50).default([]),
    })
    .default({ text: true, files: 5, max_mb: 20, types: [] }),
  attempts: z.number().int().min(1).max(20).default(2),
  passing_percent: percent.default(60),
  second_marking: z.boolean().default(false),
  rubric: z.array(criterion).max(30).default([]),
});
