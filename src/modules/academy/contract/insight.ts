import { z } from "zod";

/** Which students are looked at: of a course, or of one of its cohorts. */
export const InsightOf = z.object({ courseId: z.uuid(), cohortId: z.uuid().optional() });

/** A number, or why there is none. */
const known = z.object({ value: z.number().nullable(), reason: z.string().nullable() });

/** How students go through a lesson. Counts are students; `stopped`: who was here last, and not for 14 days. */
export const LessonInsight = z.object({
  key: z.uuid(),
  title: z.string(),
  moduleTitle: z.string(),
  rule: z.string(),
  opened: z.number().int(),
  completed: z.number().int(),
  stopped: z.number().int(),
  /** Median time at work of who completed it, in seconds; null for nobody. */
  medianSeconds: z.number().nullable(),
  /** Mean of scores in percent; null without any. */
  meanPercent: z.number().nullable(),
});

/** A cohort beside the others, and who learns without one (`cohortId` null). Days from start to end are medians. */
export const CohortInsight = z.object({
  cohortId: z.uuid().nullable(),
  title: z.string(),
  students: z.number().int(),
  activeLast7Days: z.number().int(),
  completed: z.number().int(),
  medianDays: z.number().nullable(),
});

/** What a course does, in numbers, as of now. */
export const CourseInsight = z.object({
  courseTitle: z.string(),
  students: z.number().int(),
  active: z.number().int(),
  completed: z.number().int(),
  lessons: z.array(LessonInsight),
  cohorts: z.array(CohortInsight),
  /** Share of students who complete within so many days of their start (Kaplan–Meier), in percent. */
  forecast: z.object({
    days: z.number().int(),
    sharePercent: known,
    /** How many of those who learn now will, by the same curve. */
    expected: known,
  }),
  recordings: z.array(z.object({ blockId: z.uuid(), lessonTitle: z.string(), durationMs: z.number() })),
});

/** A recording of the version in force. */
export const WatchMapOf = z.object({ courseId: z.uuid(), blockId: z.uuid() });
/** How many students played each stretch of a recording at least once; stretches are of one length. */
export const WatchMap = z.object({
  lessonTitle: z.string(),
  durationMs: z.number(),
  stretchMs: z.number(),
  watchers: z.number().int(),
  played: z.array(z.number().int()),
});
