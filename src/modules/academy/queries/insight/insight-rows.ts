import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { CohortInsight, LessonInsight } from "#modules/academy/contract/insight.ts";
import type { Course } from "#modules/academy/rules/insight/completion-curve.ts";

/** Students of a course that count, perhaps of one cohort. */
export interface Students {
  courseId: string;
  cohortId?: string;
  now: Temporal.Instant;
}

const studentsOf = ({ courseId, cohortId }: Students) =>
  sql`e.course_id = ${courseId} AND e.status IN ('active', 'suspended', 'expired')
      ${cohortId ? sql`AND e.cohort_id = ${cohortId}` : sql``}`;

/** Each lesson of the version in force, with who opened it, completed it and stayed in it. */
export const readLessons = (db: Db, students: Students): Promise<z.output<typeof LessonInsight>[]> =>
  rows(
    db,
    sql`WITH student AS MATERIALIZED (SELECT e.id, e.last_lesson_key,
            e.completed_at IS NULL AND e.last_active_at < ${students.now.subtract({ hours: 14 * 24 }).toString()} AS is_gone
          FROM academy.enrollment e WHERE ${studentsOf(students)}),
        work AS (SELECT p.lesson_key, count(*)::int AS opened, count(p.completed_at)::int AS completed,
            percentile_cont(0.5) WITHIN GROUP (ORDER BY p.active_ms) FILTER (WHERE p.completed_at IS NOT NULL) AS median_ms,
            avg(p.score_ppm) / 10000 AS mean_percent
          FROM academy.lesson_progress p JOIN student s ON s.id = p.enrollment_id GROUP BY p.lesson_key),
        gone AS (SELECT last_lesson_key, count(*)::int AS stopped FROM student WHERE is_gone GROUP BY last_lesson_key)
        SELECT l.key, l.title, m.title AS "moduleTitle", l.completion->>'rule' AS rule,
          coalesce(w.opened, 0) AS opened, coalesce(w.completed, 0) AS completed, coalesce(g.stopped, 0) AS stopped,
          round(w.median_ms / 1000)::int AS "medianSeconds", round(w.mean_percent)::int AS "meanPercent"
        FROM academy.curriculum v JOIN academy.lesson l ON l.curriculum_id = v.id
          JOIN academy.module m ON m.id = l.module_id
          LEFT JOIN work w ON w.lesson_key = l.key LEFT JOIN gone g ON g.last_lesson_key = l.key
        WHERE v.course_id = ${students.courseId} AND v.status = 'published' ORDER BY m.position, l.position`,
  );

/** The cohorts of a course side by side, and who learns without one. */
export const readCohorts = (db: Db, students: Students): Promise<z.output<typeof CohortInsight>[]> =>
  rows(
    db,
    sql`SELECT e.cohort_id AS "cohortId", coalesce(c.title, 'Without a cohort') AS title, count(*)::int AS students,
          count(*) FILTER (WHERE e.last_active_at >= ${students.now.subtract({ hours: 7 * 24 }).toString()})::int
            AS "activeLast7Days",
          count(e.completed_at)::int AS completed,
          round((percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM e.completed_at - e.started_at))
            FILTER (WHERE e.completed_at IS NOT NULL) / 86400)::numeric, 1)::float8 AS "medianDays"
        FROM academy.enrollment e LEFT JOIN academy.cohort c ON c.id = e.cohort_id
        WHERE ${studentsOf(students)} GROUP BY e.cohort_id, c.title, c.starts_on
        ORDER BY c.starts_on NULLS LAST, c.title`,
  );

/** How long each student has been in the course, by whole days, and whether they completed it; counted by the same. */
export async function readCourses(db: Db, students: Students): Promise<Course[]> {
  const found = await rows<{ days: number; is_completed: boolean; n: number }>(
    db,
    sql`SELECT floor(extract(epoch FROM coalesce(e.completed_at, ${students.now.toString()}) - e.started_at) / 86400)::int
          AS days, e.completed_at IS NOT NULL AS is_completed, count(*)::int AS n
        FROM academy.enrollment e WHERE ${studentsOf(students)} GROUP BY 1, 2`,
  );
  return found.flatMap(({ days, is_completed: isCompleted, n }) =>
    Array.from({ length: n }, () => ({ days, isCompleted })),
  );
}
