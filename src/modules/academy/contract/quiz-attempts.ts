import { z } from "zod";
import { richText } from "#kernel/browser/rich-text.ts";
import { slug } from "#modules/academy/contract/content.ts";
import { QUESTION_KINDS } from "#modules/academy/contract/question.ts";
import { quizSettings } from "#modules/academy/contract/quiz.ts";
import { answer, asked, solution } from "#modules/academy/contract/quiz-answer.ts";

const ppm = z.number().int().min(0).max(1_000_000);
const status = z.enum(["open", "finished", "void"]);

/** A quiz of a course one takes. */
export const MyQuizRef = z.object({ course: slug, quizKey: z.uuid() });

/** A quiz before it is taken: its rules for this student, and the attempts so far. Instants as ISO 8601 text. */
export const MyQuiz = z.object({
  quizKey: z.uuid(),
  title: z.string(),
  intro: richText,
  courseTitle: z.string(),
  lesson: z.object({ slug: z.string(), title: z.string() }).nullable(),
  settings: quizSettings,
  /** Of one attempt, as the bank stands now. */
  questions: z.number().int(),
  /** With what this student is given on top; null: no limit. */
  timeLimitMinutes: z.number().int().nullable(),
  attemptsAllowed: z.number().int().nullable(),
  attemptsLeft: z.number().int().nullable(),
  /** When the next attempt may begin; null: at once. */
  nextAttemptAt: z.string().nullable(),
  openAttemptId: z.uuid().nullable(),
  bestScorePpm: ppm.nullable(),
  isPassed: z.boolean(),
  attempts: z.array(
    z.object({
      attemptId: z.uuid(),
      number: z.number().int(),
      status,
      startedAt: z.string(),
      finishedAt: z.string().nullable(),
      scorePpm: ppm.nullable(),
      isPassed: z.boolean().nullable(),
    }),
  ),
});

/** Begins an attempt, or gives the one that is open. */
export const StartAttempt = MyQuizRef;
export const StartedAttempt = z.object({
  attemptId: z.uuid(),
  number: z.number().int(),
  /** False: it was open already, and goes on where it was. */
  isNew: z.boolean(),
  deadlineAt: z.string().nullable(),
});

/** An attempt of one's own. */
export const MyAttemptRef = z.object({ attemptId: z.uuid() });

/** What a student may know of how a question was marked. */
export const ItemReview = z.object({
  awardedPpm: ppm,
  solution,
  /** What the author says to who chose an option. */
  remarks: z.array(z.object({ id: z.string(), text: z.string() })),
  explanation: richText.nullable(),
});

/** One question of an attempt, as asked; `position` counts from 1. */
export const AttemptItem = z.object({
  position: z.number().int(),
  section: z.string(),
  kind: z.enum(QUESTION_KINDS),
  points: z.number().int(),
  prompt: richText,
  asked,
  answer: answer.nullable(),
  /** Of the newest save that counts; a later save has to bring a higher one. */
  sequence: z.number().int(),
  savedAt: z.string().nullable(),
  isLocked: z.boolean(),
  /** Null while the quiz's rule on feedback keeps it back. */
  review: ItemReview.nullable(),
});

/** An attempt as its student may see it. Instants as ISO 8601 text; `remainingMs` as of the answer. */
export const MyAttempt = z.object({
  attemptId: z.uuid(),
  courseSlug: z.string(),
  courseTitle: z.string(),
  quizKey: z.uuid(),
  title: z.string(),
  lesson: z.object({ slug: z.string(), title: z.string() }).nullable(),
  number: z.number().int(),
  status,
  feedback: quizSettings.shape.feedback.unwrap(),
  passingPercent: z.number().int(),
  startedAt: z.string(),
  deadlineAt: z.string().nullable(),
  remainingMs: z.number().int().nullable(),
  /** The time is over and the attempt waits to be marked: submitting gives the result. */
  isOver: z.boolean(),
  finishedAt: z.string().nullable(),
  finishedBy: z.enum(["student", "time", "staff"]).nullable(),
  scorePpm: ppm.nullable(),
  isPassed: z.boolean().nullable(),
  voidReason: z.string().nullable(),
  attemptsLeft: z.number().int().nullable(),
  /** Another attempt at this quiz is under way: until it ends, nothing of this one is told. */
  isAnotherOpen: z.boolean(),
  items: z.array(AttemptItem),
});

/**
 * One answer. `sequence` orders saves of the same question: one that is not above the newest changes nothing. Left out:
 * the next. `spentMs`: time at work on the question since its last save, where the page can tell.
 */
export const SaveAnswer = z.object({
  attemptId: z.uuid(),
  position: z.number().int().min(1).max(1000),
  answer,
  sequence: z.number().int().min(1).max(8_640_000_000_000_000).optional(),
  spentMs: z.number().int().min(0).max(86_400_000).optional(),
});
export const SavedAnswer = z.object({
  attemptId: z.uuid(),
  position: z.number().int(),
  /** False: a newer answer was here already, and counts. */
  isKept: z.boolean(),
  answer: answer.nullable(),
  sequence: z.number().int(),
  savedAt: z.string().nullable(),
  isLocked: z.boolean(),
  remainingMs: z.number().int().nullable(),
  review: ItemReview.nullable(),
});

/** The end of an attempt. */
export const AttemptResult = z.object({
  attemptId: z.uuid(),
  status,
  scorePpm: ppm.nullable(),
  isPassed: z.boolean().nullable(),
  finishedAt: z.string().nullable(),
  finishedBy: z.enum(["student", "time", "staff"]).nullable(),
});
