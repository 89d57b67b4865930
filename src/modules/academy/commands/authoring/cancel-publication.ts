import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { CancelPublication, ScheduledPublication } from "#modules/academy/contract/authoring-versions.ts";

/** Takes a scheduled publication back. Errors: `academy.nothing_scheduled`. */
export const cancelPublication = defineCommand({
  name: "academy.cancel_publication",
  title: "Take back a scheduled publication",
  http: "DELETE /academy/courses/:courseId/scheduled-publication",
  access: "academy:write",
  input: CancelPublication,
  output: ScheduledPublication,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async ({ tx }, course) => {
    const cancelled = await firstRow(
      tx,
      sql`UPDATE academy.curriculum SET publish_at = NULL
          WHERE course_id = ${course.id} AND status = 'draft' AND publish_at IS NOT NULL RETURNING id`,
    );
    if (!cancelled)
      throw refuse(
        "conflict",
        "academy.nothing_scheduled",
        "No publication is scheduled. It may be out already.",
      );
    return { publishAt: null };
  },
});
