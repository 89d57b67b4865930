import { z } from "zod";
import { block, completionRule, slug } from "#modules/academy/contract/content.ts";
import { courseFacts } from "#modules/academy/contract/course.ts";

/** An account whose courses are looked at again, and why. */
export const SyncAccountAccess = z.object({
  accountId: z.uuid(),
  cause: z.string().max(100).default("staff"),
});

export const ENROLLMENT_STATUSES = ["active", "suspended", "revoked", "expired", "cancelled"] as const;
/** Instants are ISO 8601 in UTC. */
const instant = z.string();

/** How far a lesson's rule is met: what is there, what it asks for, and of what. */
export const ruleProgress = z.object({
  isMet: z.boolean(),
  rule: z.enum(["read", "watch", "quiz", "submit", "grade", "package", "confirm"]),
  have: z.number(),
  need: z.number(),
  unit: z.enum(["seconds", "percent", "step"]),
});
export type RuleProgress = z.output<typeof ruleProgress>;

/** A lesson in a student's outline. `waitsFor`: titles of lessons to complete first. */
export const outlineItem = z.object({
  key: z.uuid(),
  slug: z.string(),
  title: z.string(),
  minutes: z.number(),
  completion: completionRule,
  isOpen: z.boolean(),
  opensAt: instant.nullable(),
  waitsFor: z.array(z.string()),
  isStarted: z.boolean(),
  completedAt: instant.nullable(),
});
export type OutlineItem = z.output<typeof outlineItem>;

/** A module with its lessons, for a student. */
export const outlineModule = z.object({ key: z.uuid(), title: z.string(), lessons: z.array(outlineItem) });

/** The course a student takes, by its address. */
export const MyCourseOf = z.object({ course: slug });

/** A student's course: the outline, how far they are, and the lesson that comes next. */
export const MyCourse = z.object({
  courseId: z.uuid(),
  enrollmentId: z.uuid(),
  slug: z.string(),
  title: z.string(),
  subtitle: z.string(),
  status: z.enum(ENROLLMENT_STATUSES),
  zone: z.string(),
  startedAt: instant,
  completedAt: instant.nullable(),
  cohortId: z.uuid().nullable(),
  certificate: courseFacts.shape.certificate,
  done: z.number().int(),
  total: z.number().int(),
  next: outlineItem.nullable(),
  modules: z.array(outlineModule),
});

/** One of a student's courses in a list. */
export const MyCourseSummary = z.object({
  courseId: z.uuid(),
  enrollmentId: z.uuid(),
  slug: z.string(),
  title: z.string(),
  subtitle: z.string(),
  status: z.enum(ENROLLMENT_STATUSES),
  completedAt: instant.nullable(),
  lastActiveAt: instant.nullable(),
  done: z.number().int(),
  total: z.number().int(),
  next: z.object({ slug: z.string(), title: z.string(), minutes: z.number() }).nullable(),
  /** The first instant at which something more opens, when nothing that is open is left to do. */
  opensAt: instant.nullable(),
});
export const MyCourses = z.object({ courses: z.array(MyCourseSummary) });

/** A lesson of a student's course, by its address. */
export const MyLessonOf = z.object({ course: slug, lesson: slug });

/** Where to go on in a lesson: a block, a time of its recording, a share of the page scrolled (0–1). */
export const lessonPosition = z.object({
  blockId: z.uuid().optional(),
  atMs: z.number().int().min(0).max(86_400_000).optional(),
  scroll: z.number().min(0).max(1).optional(),
});

const neighbour = z.object({
  slug: z.string(),
  title: z.string(),
  minutes: z.number(),
  isOpen: z.boolean(),
  /** What is in it, to say what comes: `quiz`, `assignment`, `video` … or null for text. */
  holds: z.string().nullable(),
});

/** A lesson as a student sees it. */
export const MyLesson = z.object({
  courseId: z.uuid(),
  courseTitle: z.string(),
  enrollmentId: z.uuid(),
  zone: z.string(),
  key: z.uuid(),
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  minutes: z.number(),
  blocks: z.array(block),
  completion: completionRule,
  progress: ruleProgress,
  completedAt: instant.nullable(),
  position: lessonPosition.nullable(),
  previous: neighbour.nullable(),
  next: neighbour.nullable(),
  done: z.number().int(),
  total: z.number().int(),
});

/** A stretch of a recording that was played, in milliseconds of the recording. */
const stretch = z
  .object({
    blockId: z.uuid(),
    fromMs: z.number().int().min(0).max(86_400_000),
    toMs: z.number().int().min(0).max(86_400_000),
  })
  .refine(({ fromMs, toMs }) => toMs >= fromMs, "A stretch ends after it begins");

/**
 * What a page saw a student do since its last report. `reportId` is made once per report: sent again after a lost answer
 * it counts once. `at`: the device's clock at the end of it, to order positions of several devices.
 */
export const activityReport = z.object({
  reportId: z.uuid(),
  lessonKey: z.uuid(),
  at: z.iso.datetime({ offset: true }),
  activeMs: z.number().int().min(0).max(86_400_000),
  played: z.array(stretch).max(500).default([]),
  position: lessonPosition.optional(),
});

/** Reports of one device in their order; many at once after it was offline. */
export const RecordActivity = z.object({ course: slug, reports: z.array(activityReport).min(1).max(500) });

/** How the lessons reported stand now. */
export const RecordedActivity = z.object({
  lessons: z.array(
    z.object({ lessonKey: z.uuid(), progress: ruleProgress, completedAt: instant.nullable() }),
  ),
  /** How many of the reports were new. */
  counted: z.number().int(),
});

/** The student says a lesson is done, where its rule asks for that or for time on the page. */
export const ConfirmLesson = z.object({ course: slug, lesson: slug });
export const ConfirmedLesson = z.object({ completedAt: instant.nullable(), progress: ruleProgress });
