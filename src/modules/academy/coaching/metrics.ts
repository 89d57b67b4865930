import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { defineMetric, type MeasureOptions } from "#kernel/metrics/registry.ts";
import { scoresAt } from "#modules/academy/coaching/survey-answers.ts";
import { SurveyAnswered } from "#modules/academy/events/coaching.ts";
import {
  CourseCompleted,
  EnrollmentChanged,
  LessonOpened,
  StudentEnrolled,
} from "#modules/academy/events/learning.ts";
import { enrollmentsAt } from "#modules/academy/learning/enrollments-at.ts";
import { LEAST_ANSWERS, netPromoters } from "#modules/academy/rules/coaching/net-promoters.ts";

const student = (row: { id: string; name: string; title: string }) => ({
  id: row.id,
  label: row.name,
  detail: row.title,
  href: `/console/academy/students/${row.id}`,
});

const NAMED = sql`JOIN auth.person p ON p.id = e.person_id JOIN academy.course c ON c.id = e.course_id`;

const activeIn = ({ asOf, zone, bind }: MeasureOptions) => sql`
  SELECT DISTINCT e.id, e.person_id, e.course_id FROM academy.active_day a
    JOIN academy.enrollment e ON e.id = a.enrollment_id JOIN academy.course o ON o.id = e.course_id
  WHERE a.first_at <= ${asOf.toString()}
    AND a.first_at > ${asOf.toZonedDateTimeISO(zone).subtract({ days: 30 }).toInstant().toString()}
    AND (${bind.course ?? null}::text IS NULL OR o.id::text = ${bind.course ?? null}::text
      OR o.slug = ${bind.course ?? null}::text)`;

/** People who learned in the last 30 days; `bind.course` limits it to one course. */
const activeStudents = defineMetric({
  key: "academy.active_students",
  title: "Active students",
  unit: "count",
  window: "trailing_30_days",
  version: 1,
  changedBy: [LessonOpened.name],
  meaning:
    "Distinct people seen at work in a course on at least one day (UTC) of the 30 days before the instant.",
  measure: async (db, options) => {
    const found = await firstRow<{ n: number }>(
      db,
      sql`SELECT count(DISTINCT person_id)::int AS n FROM (${activeIn(options)}) AS active`,
    );
    return { value: found?.n ?? 0 };
  },
  rows: async (db, options) =>
    (
      await rows<{ id: string; name: string; title: string }>(
        db,
        sql`SELECT DISTINCT ON (e.person_id) e.id, p.name, c.title FROM (${activeIn(options)}) AS e ${NAMED}
            ORDER BY e.person_id, e.id LIMIT ${options.limit} OFFSET ${options.offset}`,
      )
    ).map(student),
});

const completedAt = ({ asOf, bind }: MeasureOptions) => sql`
  SELECT counted.id, counted.person_id, counted.course_id, e.completed_at <= ${asOf.toString()} AS is_completed
  FROM (${enrollmentsAt({ asOf, course: bind.course })}) AS counted
    JOIN academy.enrollment e ON e.id = counted.id JOIN academy.course o ON o.id = e.course_id
  WHERE e.completed_at <= ${asOf.toString()}
    OR e.started_at + make_interval(days => coalesce(o.duration_days, 90)) <= ${asOf.toString()}`;

/** Of students who had the time a course takes, how many finished it. */
const completionRate = defineMetric({
  key: "academy.completion_rate",
  title: "Completion rate",
  unit: "percent",
  window: "instant",
  version: 1,
  changedBy: [StudentEnrolled.name, EnrollmentChanged.name, CourseCompleted.name],
  meaning:
    "Of enrolments that count and have finished, or began as long ago as the course is meant to take (90 days where it says nothing), the share that has finished.",
  measure: async (db, options) => {
    const found = await firstRow<{ n: number; done: number }>(
      db,
      sql`SELECT count(*)::int AS n, count(*) FILTER (WHERE is_completed)::int AS done
          FROM (${completedAt(options)}) AS due`,
    );
    const { n = 0, done = 0 } = found ?? {};
    if (n === 0) return { value: null, reason: "No student has had the time that a course takes yet." };
    return { value: Math.round((done / n) * 1000) / 10 };
  },
  rows: async (db, options) =>
    (
      await rows<{ id: string; name: string; title: string; is_completed: boolean | null }>(
        db,
        sql`SELECT e.id, p.name, c.title, e.is_completed FROM (${completedAt(options)}) AS e ${NAMED}
            ORDER BY e.id LIMIT ${options.limit} OFFSET ${options.offset}`,
      )
    ).map((row) => ({
      ...student(row),
      detail: `${row.title}, ${row.is_completed ? "finished" : "not finished"}`,
    })),
});

/** Whether students recommend the course. */
const nps = defineMetric({
  key: "academy.nps",
  title: "Net promoter score of courses",
  unit: "score",
  window: "cumulative",
  version: 1,
  changedBy: [SurveyAnswered.name],
  meaning:
    "Share of students who would recommend the course with 9 or 10, less the share with 6 or below, of the newest answer of each; unknown below five answers.",
  measure: async (db, { asOf, bind }) => {
    const scores = await scoresAt(db, { asOf, course: bind.course });
    const value = netPromoters(scores);
    return value === null
      ? { value, reason: `A score needs ${LEAST_ANSWERS} answers; there are ${scores.length}.` }
      : { value };
  },
});

/** How students get on. */
export const coachingMetrics = [activeStudents, completionRate, nps];
