import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { findInForce } from "#modules/academy/authoring/draft.ts";
import { ArchiveCourse, ArchivedCourse } from "#modules/academy/contract/authoring-course.ts";
import { CourseChanged } from "#modules/academy/events/authoring.ts";

/** Brings an archived course back as it was: published, or being written. Errors: `academy.course_not_archived`. */
export const restoreCourse = defineCommand({
  name: "academy.restore_course",
  title: "Bring an archived course back",
  http: "DELETE /academy/courses/:courseId/archival",
  access: "academy:write",
  input: ArchiveCourse,
  output: ArchivedCourse,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async ({ tx, emit }, course) => {
    if (course.status !== "archived")
      throw refuse("conflict", "academy.course_not_archived", "This course is not archived.");
    const status = (await findInForce(tx, course.id)) ? ("published" as const) : ("draft" as const);
    await tx.execute(
      sql`UPDATE academy.course SET status = ${status}, archived_at = NULL, version = version + 1
          WHERE id = ${course.id}`,
    );
    await emit(CourseChanged, { courseId: course.id, slug: course.slug, change: "restored" });
    return { status };
  },
});
