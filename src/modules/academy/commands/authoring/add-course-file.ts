import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { getFile } from "#kernel/files/save-file.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { AddCourseFile, CourseFile } from "#modules/academy/contract/authoring-files.ts";
import { checkCaptions, isCaptions } from "#modules/academy/media/check-captions.ts";

/**
 * Ties a file of the house to a course; done again changes nothing. Captions are read first. Errors:
 * `academy.course_unknown`, `files.not_found`, `academy.captions_faulty` with line numbers.
 */
export const addCourseFile = defineCommand({
  name: "academy.add_course_file",
  title: "Add a file to a course",
  http: "POST /academy/courses/:courseId/files",
  access: "academy:write",
  input: AddCourseFile,
  output: CourseFile,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async ({ tx, input, now, actor, files }, course) => {
    const file = await getFile(tx, input.fileId);
    if (isCaptions(file)) await checkCaptions(files, file);
    await tx.execute(
      sql`INSERT INTO academy.course_file (course_id, file_id, added_at, added_by)
          VALUES (${course.id}, ${file.fileId}, ${now.toString()}, ${actorPersonId(actor)}) ON CONFLICT DO NOTHING`,
    );
    const { fileId, name, mediaType, bytes } = file;
    return { fileId, name, mediaType, bytes: Number(bytes) };
  },
});
