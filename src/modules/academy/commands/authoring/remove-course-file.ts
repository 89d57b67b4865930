import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { namesFile } from "#modules/academy/authoring/file-uses.ts";
import { RemoveCourseFile, RemovedCourseFile } from "#modules/academy/contract/authoring-files.ts";

/** Takes a file out of a course that shows it nowhere. Errors: `academy.file_unknown`, `academy.file_in_use`. */
export const removeCourseFile = defineCommand({
  name: "academy.remove_course_file",
  title: "Take a file out of a course",
  http: "DELETE /academy/courses/:courseId/files/:fileId",
  access: "academy:write",
  input: RemoveCourseFile,
  output: RemovedCourseFile,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async ({ tx, input }, course) => {
    const { fileId } = input;
    const used = await firstRow<{ title: string }>(
      tx,
      sql`SELECT l.title FROM academy.lesson l JOIN academy.curriculum u ON u.id = l.curriculum_id
          WHERE u.course_id = ${course.id} AND ${namesFile(sql`${fileId}`)}
          UNION ALL SELECT 'the course page' FROM academy.course WHERE id = ${course.id} AND cover_file_id = ${fileId} LIMIT 1`,
    );
    if (used)
      throw refuse(
        "conflict",
        "academy.file_in_use",
        `This file stands in “${used.title}”. Take it out there first; published versions keep theirs.`,
      );
    const removed = await firstRow(
      tx,
      sql`DELETE FROM academy.course_file WHERE course_id = ${course.id} AND file_id = ${fileId} RETURNING file_id`,
    );
    if (!removed) throw refuse("not_found", "academy.file_unknown", "This course has no such file.");
    return { fileId };
  },
});
