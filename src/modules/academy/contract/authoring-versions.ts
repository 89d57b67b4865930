import { z } from "zod";

const course = { courseId: z.uuid() };
const instant = z.string().nullable();

/** What is to mend or to look at before the draft goes out. */
export const CheckDraft = z.object(course);
export const FindingItem = z.object({
  code: z.string(),
  severity: z.enum(["error", "warning"]),
  /** What keeps people with a disability from learning (WCAG 2.2 AA). */
  isAccessibility: z.boolean(),
  moduleKey: z.uuid().nullable(),
  lessonKey: z.uuid().nullable(),
  blockId: z.uuid().nullable(),
  place: z.string(),
  message: z.string(),
});
export const CheckedDraftFindings = z.object({
  /** False when nothing was changed since the last version was published. */
  hasDraft: z.boolean(),
  findings: z.array(FindingItem),
});

/** Versions of a course, the newest first, with who follows them. */
export const ListCurricula = z.object(course);
export const CurriculumList = z.object({
  items: z.array(
    z.object({
      curriculumId: z.uuid(),
      number: z.number().int(),
      status: z.enum(["draft", "published", "retired"]),
      note: z.string(),
      lessons: z.number().int(),
      /** Enrolments that follow it and are not over. */
      students: z.number().int(),
      publishedAt: instant,
      publishedBy: z.string().nullable(),
      publishAt: instant,
    }),
  ),
});

/** Throws away what was changed since the last version. */
export const DiscardDraft = z.object(course);
export const DiscardedDraft = z.object({ number: z.number().int() });

/** Puts the draft in force at an instant, as it will be then. */
export const SchedulePublication = z.object({
  ...course,
  publishAt: z.iso.datetime({ offset: true }),
  note: z.string().trim().max(2000).default(""),
});
export const ScheduledPublication = z.object({ publishAt: instant });
export const CancelPublication = z.object(course);
/** What the house does when the time has come; does nothing before. */
export const PublishScheduled = z.object(course);
export const PublishedScheduled = z.object({ isPublished: z.boolean() });

/** What becomes of students who follow `fromNumber` (left out: every older version) when they go on with the one in force. */
export const PreviewMigration = z.object({
  ...course,
  fromNumber: z.coerce.number().int().min(1).optional(),
});
export const MigrationPreview = z.object({
  toNumber: z.number().int(),
  /** Who would move: not over, and not completed. Completed enrolments and their certificates stay as they are. */
  students: z.number().int(),
  completed: z.number().int(),
  kept: z.number().int(),
  added: z.array(z.object({ key: z.uuid(), title: z.string() })),
  removed: z.array(z.object({ key: z.uuid(), title: z.string(), studentsWithProgress: z.number().int() })),
  changedRules: z.array(z.object({ key: z.uuid(), title: z.string() })),
});
/** Moves them, in the background. `toNumber` is the version the preview was of. */
export const MigrateEnrollments = PreviewMigration.extend({
  fromNumber: z.number().int().min(1).optional(),
  toNumber: z.number().int().min(1),
});
export const StartedMigration = z.object({ students: z.number().int() });
/** One batch of it. */
export const MigrateBatch = MigrateEnrollments;
export const MigratedBatch = z.object({ moved: z.number().int() });
