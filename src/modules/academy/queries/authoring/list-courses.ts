import type { z } from "zod";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { CourseList, type CourseItem, ListCourses } from "#modules/academy/contract/authoring-course.ts";

/** Courses by title, with how they do. */
export const listCourses = defineQuery({
  name: "academy.list_courses",
  title: "List courses",
  http: "GET /academy/courses",
  access: "academy:read",
  input: ListCourses,
  output: CourseList,
  run: async ({ db, input: { q, status, limit, offset } }) => {
    const chosen = sql`FROM academy.course c WHERE true ${status ? sql`AND c.status = ${status}` : sql``}
      ${q ? sql`AND strpos(lower(c.title || ' ' || c.slug), lower(${q})) > 0` : sql``}`;
    const items = await rows<z.output<typeof CourseItem>>(
      db,
      sql`WITH shown AS (SELECT c.* ${chosen} ORDER BY lower(c.title), c.id LIMIT ${limit} OFFSET ${offset})
          SELECT c.id AS "courseId", c.slug, c.title, c.status, to_jsonb(f.published_at) AS "publishedAt",
            d.id IS NOT NULL AS "hasDraft", to_jsonb(d.publish_at) AS "publishAt",
            (SELECT count(*)::int FROM academy.lesson l WHERE l.curriculum_id = coalesce(f.id, d.id)) AS lessons,
            coalesce(e.students, 0) AS students, coalesce(e.completed, 0) AS completed
          FROM shown c
            LEFT JOIN academy.curriculum f ON f.course_id = c.id AND f.status = 'published'
            LEFT JOIN academy.curriculum d ON d.course_id = c.id AND d.status = 'draft'
            LEFT JOIN (
              SELECT course_id, count(*)::int AS students, count(completed_at)::int AS completed
              FROM academy.enrollment WHERE status NOT IN ('cancelled', 'revoked')
                AND course_id IN (SELECT id FROM shown) GROUP BY course_id) e ON e.course_id = c.id
          ORDER BY lower(c.title), c.id`,
    );
    const counted = await firstRow<{ total: number }>(db, sql`SELECT count(*)::int AS total ${chosen}`);
    return { items, total: counted?.total ?? 0 };
  },
});
