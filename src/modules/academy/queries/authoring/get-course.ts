import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { getCourse as getCourseRow } from "#modules/academy/authoring/course-row.ts";
import { readOutlineVersion } from "#modules/academy/authoring/outline-version.ts";
import { readFacts } from "#modules/academy/authoring/read-facts.ts";
import { readModules } from "#modules/academy/authoring/read-modules.ts";
import { CourseForAuthors, GetCourse } from "#modules/academy/contract/authoring-course.ts";

const findCurriculum = (db: Db, courseId: string, view: "draft" | "in_force") =>
  firstRow<{
    curriculumId: string;
    number: number;
    status: "draft" | "published" | "retired";
    publishAt: string | null;
  }>(
    db,
    sql`SELECT id AS "curriculumId", number, status, to_jsonb(publish_at) AS "publishAt" FROM academy.curriculum
        WHERE course_id = ${courseId} AND status IN ('published', ${view === "draft" ? "draft" : "published"})
        ORDER BY number DESC LIMIT 1`,
  );

/** A course as its authors see it. Errors: `academy.course_unknown`. */
export const getCourse = defineQuery({
  name: "academy.get_course",
  title: "Show a course to its authors",
  http: "GET /academy/courses/:courseId",
  access: "academy:read",
  input: GetCourse,
  output: CourseForAuthors,
  load: (db, { courseId }) => getCourseRow(db, courseId),
  run: async ({ db, input: { courseId, view } }, course) => {
    const curriculum = await findCurriculum(db, courseId, view);
    const inForce = await firstRow<{ number: number; publishedAt: string }>(
      db,
      sql`SELECT number, to_jsonb(published_at) AS "publishedAt" FROM academy.curriculum
          WHERE course_id = ${courseId} AND status = 'published'`,
    );
    return {
      courseId,
      slug: course.slug,
      status: course.status,
      version: course.version,
      facts: await readFacts(db, courseId),
      publishedAt: inForce?.publishedAt ?? null,
      curriculum: curriculum ?? null,
      inForceNumber: inForce?.number ?? null,
      outlineVersion: curriculum ? await readOutlineVersion(db, curriculum.curriculumId) : "",
      modules: curriculum ? await readModules(db, curriculum.curriculumId) : [],
    };
  },
});
