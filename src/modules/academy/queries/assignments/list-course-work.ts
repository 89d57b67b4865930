import { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { CourseWorkList } from "#modules/academy/contract/grade-book.ts";

/** Courses that are out, with how much waits to be marked and how many take them. */
export const listCourseWork = defineQuery({
  name: "academy.list_course_work",
  title: "List courses with the work that waits in them",
  http: "GET /academy/course-work",
  access: "academy:read",
  input: z.object({}),
  output: CourseWorkList,
  run: async ({ db }) => ({
    items: await rows<z.output<typeof CourseWorkList>["items"][number]>(
      db,
      sql`SELECT c.id AS "courseId", c.title,
            (SELECT count(*) FROM academy.submission s
             WHERE s.course_id = c.id AND s.status IN ('waiting', 'second', 'agreeing')) AS "toMark",
            (SELECT count(*) FROM academy.enrollment e WHERE e.course_id = c.id AND e.status = 'active') AS students
          FROM academy.course c WHERE c.published_at IS NOT NULL ORDER BY lower(c.title), c.id`,
    ),
  }),
});
