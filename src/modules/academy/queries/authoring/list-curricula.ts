import type { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { getCourse } from "#modules/academy/authoring/course-row.ts";
import { CurriculumList, ListCurricula } from "#modules/academy/contract/authoring-versions.ts";

/** Versions of a course, the newest first. Errors: `academy.course_unknown`. */
export const listCurricula = defineQuery({
  name: "academy.list_curricula",
  title: "List the versions of a course",
  http: "GET /academy/courses/:courseId/curricula",
  access: "academy:read",
  input: ListCurricula,
  output: CurriculumList,
  load: (db, { courseId }) => getCourse(db, courseId),
  run: async ({ db }, course) => ({
    items: await rows<z.output<typeof CurriculumList>["items"][number]>(
      db,
      sql`SELECT c.id AS "curriculumId", c.number, c.status, c.note, to_jsonb(c.published_at) AS "publishedAt",
            to_jsonb(c.publish_at) AS "publishAt", p.name AS "publishedBy",
            (SELECT count(*)::int FROM academy.lesson l WHERE l.curriculum_id = c.id) AS lessons,
            (SELECT count(*)::int FROM academy.enrollment e WHERE e.curriculum_id = c.id AND e.course_id = c.course_id
              AND e.status IN ('active', 'suspended')) AS students
          FROM academy.curriculum c LEFT JOIN auth.person p ON p.id = c.published_by
          WHERE c.course_id = ${course.id} ORDER BY c.number DESC LIMIT 500`,
    ),
  }),
});
