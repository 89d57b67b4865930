import { z } from "zod";
import { richText } from "#kernel/browser/rich-text.ts";
import { QUESTION_KINDS } from "#modules/academy/contract/question.ts";
import { quizSettings } from "#modules/academy/contract/quiz.ts";
import { answer, asked, solution } from "#modules/academy/contract/quiz-answer.ts";

const ppm = z.number().int().min(0).max(1_000_000);
const reason = z.string().trim().min(3).max(1000);
const ATTEMPT_STATES = ["open", "finished", "void"] as const;

/** Which attempts to list, newest first; `text` looks into names and addresses of students. */
export const ListAttempts = z.object({
  courseId: z.uuid().optional(),
  quizKey: z.uuid().optional(),
  status: z.enum(ATTEMPT_STATES).optional(),
  text: z.string().trim().max(200).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export const AttemptSummary = z.object({
  attemptId: z.uuid(),
  enrollmentId: z.uuid(),
  studentName: z.string(),
  studentEmail: z.string(),
  courseId: z.uuid(),
  quizKey: z.uuid(),
  title: z.string(),
  number: z.number().int(),
  status: z.enum(ATTEMPT_STATES),
  startedAt: z.string(),
  deadlineAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  finishedBy: z.enum(["student", "time", "staff"]).nullable(),
  scorePpm: ppm.nullable(),
  isPassed: z.boolean().nullable(),
  answered: z.number().int(),
  questions: z.number().int(),
});
export const AttemptPage = z.object({
  items: z.array(AttemptSummary),
  nextCursor: z.string().nullable(),
});

/** An attempt by its id. */
export const AttemptRef = z.object({ attemptId: z.uuid() });

/** Extra attempts or time of a student at a quiz. */
export const Allowance = z.object({
  allowanceId: z.uuid(),
  extraAttempts: z.number().int(),
  extraMinutes: z.number().int(),
  reason: z.string(),
  givenBy: z.string().nullable(),
  givenAt: z.string(),
  withdrawnAt: z.string().nullable(),
});

/** An attempt for staff: what was asked and answered, how it was marked, and every save that reached us. */
export const AttemptDetail = AttemptSummary.extend({
  courseTitle: z.string(),
  settings: quizSettings,
  voidReason: z.string().nullable(),
  voidedBy: z.string().nullable(),
  items: z.array(
    z.object({
      position: z.number().int(),
      questionId: z.uuid(),
      version: z.number().int(),
      kind: z.enum(QUESTION_KINDS),
      points: z.number().int(),
      prompt: richText,
      asked,
      answer: answer.nullable(),
      solution,
      awardedPpm: ppm.nullable(),
      /** The version whose key decided, where a re-mark used another than was asked. */
      markedByVersion: z.number().int().nullable(),
      spentMs: z.number().int().nullable(),
      saves: z.array(
        z.object({
          at: z.string(),
          sequence: z.number().int(),
          wasKept: z.boolean(),
          answer: answer.nullable(),
        }),
      ),
    }),
  ),
  allowances: z.array(Allowance),
});

/** Takes an attempt out of what counts. */
export const VoidAttempt = AttemptRef.extend({ reason });
export const VoidedAttempt = z.object({ attemptId: z.uuid(), status: z.literal("void") });

/** Gives a student more attempts at a quiz, or more time in each, the open one included. */
export const GiveAllowance = z
  .object({
    enrollmentId: z.uuid(),
    quizKey: z.uuid(),
    extraAttempts: z.number().int().min(0).max(100).default(0),
    extraMinutes: z.number().int().min(0).max(1440).default(0),
    reason,
  })
  .refine(({ extraAttempts, extraMinutes }) => extraAttempts + extraMinutes > 0, {
    message: "Give at least one attempt or one minute.",
    path: ["extraAttempts"],
  });
export const AllowanceRef = z.object({ allowanceId: z.uuid() });

/** Closes an attempt whose time is over; what the minute's job does. */
export const ClosedAttempt = z.object({ attemptId: z.uuid(), isClosed: z.boolean() });

/** What marking anew by the current key of a question would change. */
export const RemarkPreview = z.object({
  questionId: z.uuid(),
  version: z.number().int(),
  /** Finished attempts that were asked this question in any version. */
  attempts: z.number().int(),
  raised: z.number().int(),
  lowered: z.number().int(),
  /** Attempts that would pass, or not pass any more. */
  nowPassing: z.number().int(),
  nowFailing: z.number().int(),
  changes: z.array(
    z.object({
      attemptId: z.uuid(),
      studentName: z.string(),
      scorePpmBefore: ppm,
      scorePpmAfter: ppm,
    }),
  ),
});

/** Marks finished attempts anew by the current key; `keepBetter` leaves marks that would fall. */
export const RemarkQuestion = z.object({
  questionId: z.uuid(),
  /** The version seen in the preview. */
  version: z.number().int().min(1),
  keepBetter: z.boolean().default(true),
  reason,
});
export const Remarked = z.object({ remarkId: z.uuid(), questionId: z.uuid(), changed: z.number().int() });

/** Whose attempts count: each student's first, or all that are finished. */
export const GetItemAnalysis = z.object({
  courseId: z.uuid(),
  quizKey: z.uuid(),
  count: z.enum(["first", "all"]).default("first"),
});
/** A number, or null with the reason why there is none. */
const measured = z.object({ value: z.number().nullable(), reason: z.string().nullable() });

/**
 * How the questions of a quiz work, per version of a question. `difficulty`: mean share of points earned, 0–1 (higher is
 * easier). `discrimination`: correlation of a question's points with those of the rest of the attempt (corrected
 * point-biserial), −1–1. `index`: mean share in the best 27 % of attempts less that in the weakest 27 % (Kelley 1939).
 */
export const ItemAnalysis = z.object({
  quizKey: z.uuid(),
  courseId: z.uuid(),
  title: z.string(),
  /** Attempts that count here. */
  attempts: z.number().int(),
  meanScorePpm: z.number().int().nullable(),
  funnel: z.object({
    started: z.number().int(),
    open: z.number().int(),
    finished: z.number().int(),
    endedByTime: z.number().int(),
    passed: z.number().int(),
    void: z.number().int(),
  }),
  items: z.array(
    z.object({
      questionId: z.uuid(),
      versionId: z.uuid(),
      slug: z.string(),
      version: z.number().int(),
      kind: z.enum(QUESTION_KINDS),
      words: z.string(),
      asked: z.number().int(),
      skipped: z.number().int(),
      difficulty: measured,
      discrimination: measured,
      index: measured,
      medianMs: measured,
      /** What was chosen, or of typed answers the five most frequent; shares of the best and the weakest 27 %. */
      choices: z.array(
        z.object({
          label: z.string(),
          isRight: z.boolean(),
          chosen: z.number().int(),
          bestShare: z.number().nullable(),
          weakestShare: z.number().nullable(),
        }),
      ),
    }),
  ),
});
