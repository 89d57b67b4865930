import type { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { getCourse } from "#modules/academy/authoring/course-row.ts";
import { namesFile } from "#modules/academy/authoring/file-uses.ts";
import { CourseFiles, ListCourseFiles } from "#modules/academy/contract/authoring-files.ts";

/** Files of a course, the newest first, and where they are shown. Errors: `academy.course_unknown`. */
export const listCourseFiles = defineQuery({
  name: "academy.list_course_files",
  title: "List the files of a course",
  http: "GET /academy/courses/:courseId/files",
  access: "academy:read",
  input: ListCourseFiles,
  output: CourseFiles,
  load: (db, { courseId }) => getCourse(db, courseId),
  run: async ({ db }, course) => ({
    items: await rows<z.output<typeof CourseFiles>["items"][number]>(
      db,
      sql`SELECT f.id AS "fileId", f.name, f.media_type AS "mediaType", f.bytes::float8 AS bytes,
            to_jsonb(cf.added_at) AS "addedAt", p.name AS "addedBy", c.cover_file_id IS NOT DISTINCT FROM f.id AS "isCover",
            ARRAY(SELECT DISTINCT l.title FROM academy.lesson l JOIN academy.curriculum u ON u.id = l.curriculum_id
              WHERE u.course_id = c.id AND u.status IN ('draft', 'published') AND ${namesFile(sql`f.id`)}) AS "usedIn"
          FROM academy.course_file cf JOIN kernel.file f ON f.id = cf.file_id JOIN academy.course c ON c.id = cf.course_id
            LEFT JOIN auth.person p ON p.id = cf.added_by
          WHERE cf.course_id = ${course.id} ORDER BY cf.added_at DESC, f.id DESC LIMIT 1000`,
    ),
  }),
});
