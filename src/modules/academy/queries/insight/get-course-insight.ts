import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { getCourse } from "#modules/academy/authoring/course-row.ts";
import { CourseInsight, InsightOf } from "#modules/academy/contract/insight.ts";
import { readCohorts, readCourses, readLessons } from "#modules/academy/queries/insight/insight-rows.ts";
import {
  completionCurve,
  expectedCompletions,
  MIN_COMPLETIONS,
} from "#modules/academy/rules/insight/completion-curve.ts";

/** Where the course does not say how long it takes, in days. */
const USUAL_DAYS = 90;

interface Recording {
  blockId: string;
  lessonTitle: string;
  durationMs: number;
}

function forecastOf(courses: Awaited<ReturnType<typeof readCourses>>, days: number) {
  const completions = courses.filter(({ isCompleted }) => isCompleted).length;
  if (completions < MIN_COMPLETIONS) {
    const unknown = {
      value: null,
      reason: `${completions} students completed the course; a forecast needs ${MIN_COMPLETIONS}.`,
    };
    return { days, sharePercent: unknown, expected: unknown };
  }
  const curve = completionCurve(courses, days);
  return {
    days,
    sharePercent: { value: Math.round(100 * (1 - (curve.at(-1) ?? 1))), reason: null },
    expected: { value: Math.round(expectedCompletions(courses, curve)), reason: null },
  };
}

/** Where students go on and where they stop, cohorts side by side, and who will complete. Errors: `academy.course_unknown`. */
export const getCourseInsight = defineQuery({
  name: "academy.get_course_insight",
  title: "Read how students go through a course",
  http: "GET /academy/courses/:courseId/insight",
  access: "academy:read",
  input: InsightOf,
  output: CourseInsight,
  load: (db, { courseId }) => getCourse(db, courseId),
  run: async ({ db, now, input }, course) => {
    const students = { ...input, now };
    const [lessons, cohorts, courses, recordings, days] = await Promise.all([
      readLessons(db, students),
      readCohorts(db, students),
      readCourses(db, students),
      rows<Recording>(
        db,
        sql`SELECT b->>'id' AS "blockId", l.title AS "lessonTitle", (b->>'durationMs')::int AS "durationMs"
            FROM academy.curriculum v JOIN academy.lesson l ON l.curriculum_id = v.id
              JOIN academy.module m ON m.id = l.module_id, jsonb_array_elements(l.blocks) AS b
            WHERE v.course_id = ${course.id} AND v.status = 'published' AND b->>'kind' IN ('video', 'audio')
            ORDER BY m.position, l.position`,
      ),
      rows<{ duration_days: number | null }>(
        db,
        sql`SELECT duration_days FROM academy.course WHERE id = ${course.id}`,
      ),
    ]);
    return {
      courseTitle: course.title,
      students: courses.length,
      active: cohorts.reduce((sum, { activeLast7Days }) => sum + activeLast7Days, 0),
      completed: courses.filter(({ isCompleted }) => isCompleted).length,
      lessons,
      cohorts,
      forecast: forecastOf(courses, days[0]?.duration_days ?? USUAL_DAYS),
      recordings,
    };
  },
});
