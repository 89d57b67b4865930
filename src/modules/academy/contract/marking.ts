import { z } from "zod";
import { EMPTY_TEXT, richText } from "#kernel/browser/rich-text.ts";
import { assignmentSettings, rubric } from "#modules/academy/contract/assignment.ts";
import {
  criterionMark,
  HandedFile,
  Instant,
  Ppm,
  SUBMISSION_STATUSES,
} from "#modules/academy/contract/submissions.ts";

/** Somebody by name; empty for who was erased. */
export const Person = z.object({ id: z.uuid(), name: z.string() });
const SubmissionStatus = z.enum(SUBMISSION_STATUSES);
const reason = z.string().trim().min(1).max(2000);

/** `to_mark`: waits for a first, a second or an agreed mark; `open`: all that is not told yet. */
export const ListSubmissions = z.object({
  courseId: z.uuid().optional(),
  cohortId: z.uuid().optional(),
  assignmentKey: z.uuid().optional(),
  /** On whose table it lies. */
  graderId: z.uuid().optional(),
  standing: z.enum(["to_mark", "marked", "released", "returned", "all"]).default("to_mark"),
  text: z.string().max(120).optional().describe("Part of the student's name"),
  sort: z.enum(["submitted", "-submitted"]).default("submitted"),
  cursor: z.string().max(300).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});

export const SubmissionSummary = z.object({
  submissionId: z.uuid(),
  courseId: z.uuid(),
  courseTitle: z.string(),
  assignmentKey: z.uuid(),
  assignmentTitle: z.string(),
  student: Person,
  cohortTitle: z.string().nullable(),
  number: z.number().int(),
  status: SubmissionStatus,
  submittedAt: Instant,
  isLate: z.boolean(),
  /** Who has it on the table now, and until when. */
  claimedBy: Person.nullable(),
  claimedUntil: Instant.nullable(),
  scorePpm: Ppm.nullable(),
  version: z.number().int(),
});
export const SubmissionPage = z.object({
  items: z.array(SubmissionSummary),
  nextCursor: z.string().nullable(),
  /** How much waits to be marked within the filter, whatever its standing. */
  toMark: z.number().int(),
});

export const SubmissionRef = z.object({ submissionId: z.uuid() });

/** Takes the oldest that waits and is on nobody's table. */
export const ClaimNext = z.object({
  courseId: z.uuid().optional(),
  cohortId: z.uuid().optional(),
  assignmentKey: z.uuid().optional(),
});
export const ClaimedNext = z.object({
  submissionId: z.uuid().nullable(),
  version: z.number().int().nullable(),
});
export const Claimed = z.object({
  submissionId: z.uuid(),
  version: z.number().int(),
  claimedUntil: Instant,
});

/** What a grader makes of a submission; `version` is the one the page showed. `percent` where there is no rubric. */
export const SaveMark = z.object({
  submissionId: z.uuid(),
  version: z.number().int().min(1),
  criteria: z.array(criterionMark).max(30).default([]),
  percent: z.number().int().min(0).max(100).nullable().default(null),
  comment: richText.default(EMPTY_TEXT),
  /** For graders alone. */
  privateNote: z.string().trim().max(5000).default(""),
  /** False keeps a draft; true ends the reading. */
  isDone: z.boolean().default(false),
});
export const SavedMark = z.object({
  submissionId: z.uuid(),
  version: z.number().int(),
  status: SubmissionStatus,
  points: z.number().int(),
  maxPoints: z.number().int(),
  scorePpm: Ppm,
});

export const ReleaseMarks = z.object({ submissionIds: z.array(z.uuid()).min(1).max(200) });
export const ReleasedMarks = z.object({
  released: z.array(z.uuid()),
  /** Without a final mark, or told already. */
  skipped: z.array(z.uuid()),
});

export const ReopenMark = z.object({ submissionId: z.uuid(), version: z.number().int().min(1), reason });
export const ReturnSubmission = z.object({
  submissionId: z.uuid(),
  version: z.number().int().min(1),
  /** What to do again; the student reads it. */
  note: reason,
});
export const ChangedSubmission = z.object({
  submissionId: z.uuid(),
  version: z.number().int(),
  status: SubmissionStatus,
});

export const Reading = z.object({
  reading: z.enum(["first", "second", "agreed"]),
  grader: Person,
  criteria: z.array(criterionMark),
  comment: richText,
  privateNote: z.string(),
  points: z.number().int(),
  maxPoints: z.number().int(),
  scorePpm: Ppm,
  isComplete: z.boolean(),
  isFinal: z.boolean(),
  savedAt: Instant,
  releasedAt: Instant.nullable(),
});

/** One entry of the history of grades. */
export const GradeChangeEntry = z.object({
  id: z.uuid(),
  act: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  reason: z.string(),
  by: Person.nullable(),
  at: Instant,
  submissionId: z.uuid().nullable(),
  itemKey: z.uuid().nullable(),
});

/** A submission as its grader sees it. While a second reading is on, the first is not in it. */
export const Submission = SubmissionSummary.extend({
  enrollmentId: z.uuid(),
  lessonKey: z.uuid(),
  settings: assignmentSettings,
  rubric,
  brief: richText,
  text: richText,
  /** `alsoIn`: other students' submissions with a file of exactly these bytes. A fact, no verdict. */
  files: z.array(
    HandedFile.extend({
      alsoIn: z.array(z.object({ submissionId: z.uuid(), student: Person, fileName: z.string() })),
    }),
  ),
  dueAt: Instant.nullable(),
  returnedNote: z.string(),
  /** Which mark would be made now; null: none waits. */
  nextReading: z.enum(["first", "second", "agreed"]).nullable(),
  /** The viewer has it on the table. */
  isMine: z.boolean(),
  readings: z.array(Reading),
  others: z.array(
    z.object({
      submissionId: z.uuid(),
      number: z.number().int(),
      status: SubmissionStatus,
      submittedAt: Instant,
    }),
  ),
  history: z.array(GradeChangeEntry),
});
