import { z } from "zod";
import { richText } from "#kernel/browser/rich-text.ts";
import { assignmentSettings, rubric } from "#modules/academy/contract/assignment.ts";
import { slug } from "#modules/academy/contract/content.ts";

/** An instant, ISO 8601 in UTC. */
export const Instant = z.string();
/** Parts per million. */
export const Ppm = z.number().int().min(0).max(1_000_000);

/** Names an assignment of one's own course by the course's address and the assignment's key. */
export const MyAssignmentRef = z.object({ courseSlug: slug, assignmentKey: z.uuid() });

/** A file somebody handed in or is about to. `sha256` of its bytes. */
export const HandedFile = z.object({
  fileId: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
});

/** What was marked on one criterion: its level, points and a word about it. Points are null until it was looked at. */
export const criterionMark = z.object({
  criterionId: z.uuid(),
  levelId: z.uuid().nullable().default(null),
  points: z.number().int().min(0).max(1000).nullable().default(null),
  comment: z.string().trim().max(5000).default(""),
});
export type CriterionMark = z.output<typeof criterionMark>;

/** A released mark, as its student sees it. */
export const ReleasedMark = z.object({
  points: z.number().int(),
  maxPoints: z.number().int(),
  scorePpm: Ppm,
  isPassed: z.boolean(),
  criteria: z.array(criterionMark),
  comment: richText,
  releasedAt: Instant,
});

export const SUBMISSION_STATUSES = [
  "waiting",
  "second",
  "agreeing",
  "marked",
  "released",
  "returned",
  "withdrawn",
] as const;

/**
 * One time the work was handed in. `in_marking` is all a student sees of what happens between handing in and the
 * released mark; `rubric` is the one of the version handed in for.
 */
export const MySubmission = z.object({
  submissionId: z.uuid(),
  number: z.number().int(),
  status: z.enum(["waiting", "in_marking", "released", "returned", "withdrawn"]),
  submittedAt: Instant,
  isLate: z.boolean(),
  text: richText,
  files: z.array(HandedFile),
  mayWithdraw: z.boolean(),
  /** What to do again, where it was given back. */
  returnedNote: z.string(),
  rubric,
  mark: ReleasedMark.nullable(),
});

export const MyDraft = z.object({
  text: richText,
  /** 0: nothing kept yet. */
  revision: z.number().int(),
  savedAt: Instant.nullable(),
  /** What a newer save from another device took the place of; until the work is handed in. */
  replacedText: richText.nullable(),
  replacedAt: Instant.nullable(),
  files: z.array(HandedFile),
});

/** Everything about an assignment for its student. `dueAt` is the first instant that is late, `dueOn` the last day. */
export const MyAssignment = z.object({
  assignmentKey: z.uuid(),
  courseSlug: z.string(),
  courseTitle: z.string(),
  lessonSlug: z.string(),
  lessonTitle: z.string(),
  title: z.string(),
  brief: richText,
  settings: assignmentSettings,
  rubric,
  maxPoints: z.number().int(),
  zone: z.string(),
  dueAt: Instant.nullable(),
  dueOn: z.iso.date().nullable(),
  isOverdue: z.boolean(),
  attemptsLeft: z.number().int(),
  /** Why nothing can be handed in now; null: it can. */
  closedReason: z.enum(["enrollment_closed", "in_marking", "no_attempts"]).nullable(),
  draft: MyDraft,
  submissions: z.array(MySubmission),
});

/** Text of the draft; `revision` is the one the writer had open. The newest save counts, from whatever device. */
export const SaveMyDraft = MyAssignmentRef.extend({ text: richText, revision: z.number().int().min(0) });
export const SavedMyDraft = z.object({
  revision: z.number().int(),
  savedAt: Instant,
  /** When somebody (the same person on another device) had saved in between; null: nobody had. */
  replacedAt: Instant.nullable(),
});

export const AddDraftFile = MyAssignmentRef.extend({ fileId: z.uuid() });
export const RemoveDraftFile = MyAssignmentRef.extend({ fileId: z.uuid() });
export const DraftFiles = z.object({ files: z.array(HandedFile) });

export const UploadTerms = z.object({
  maxFileBytes: z.number().int(),
  fileTypes: z.array(z.string()),
  filesLeft: z.number().int(),
});

/** Hands in the draft as it is on the server. `revision` refuses when another device has saved since; leave out to take what is there. */
export const SubmitAssignment = MyAssignmentRef.extend({ revision: z.number().int().min(0).optional() });
export const SubmittedAssignment = z.object({
  submissionId: z.uuid(),
  number: z.number().int(),
  isLate: z.boolean(),
});

export const MySubmissionRef = z.object({ submissionId: z.uuid() });
export const WithdrawnSubmission = z.object({ submissionId: z.uuid(), status: z.literal("withdrawn") });
