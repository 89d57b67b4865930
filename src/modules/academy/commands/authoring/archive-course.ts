import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { ArchiveCourse, ArchivedCourse } from "#modules/academy/contract/authoring-course.ts";
import { CourseChanged } from "#modules/academy/events/authoring.ts";

/** Takes a course out of the catalogue. Who learns in it goes on. Errors: `academy.course_archived`. */
export const archiveCourse = defineCommand({
  name: "academy.archive_course",
  title: "Archive a course",
  http: "POST /academy/courses/:courseId/archival",
  access: "academy:write",
  confirm: true,
  input: ArchiveCourse,
  output: ArchivedCourse,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async ({ tx, now, emit }, course) => {
    if (course.status === "archived")
      throw refuse("conflict", "academy.course_archived", "This course is archived already.");
    await tx.execute(
      sql`UPDATE academy.course SET status = 'archived', archived_at = ${now.toString()}, version = version + 1
          WHERE id = ${course.id}`,
    );
    await tx.execute(sql`UPDATE academy.curriculum SET publish_at = NULL WHERE course_id = ${course.id}`);
    await emit(CourseChanged, { courseId: course.id, slug: course.slug, change: "archived" });
    return { status: "archived" as const };
  },
});
