import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { findDraft } from "#modules/academy/authoring/draft.ts";
import { ScheduledPublication, SchedulePublication } from "#modules/academy/contract/authoring-versions.ts";

/**
 * Has the draft put in force at an instant, as it is then; asked again, at another. Errors: `academy.nothing_to_publish`,
 * `academy.course_archived`, `academy.publication_past`.
 */
export const schedulePublication = defineCommand({
  name: "academy.schedule_publication",
  title: "Schedule the publication of a draft",
  http: "PUT /academy/courses/:courseId/scheduled-publication",
  access: "academy:write",
  confirm: true,
  input: SchedulePublication,
  output: ScheduledPublication,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async ({ tx, input, now }, course) => {
    if (course.status === "archived")
      throw refuse("conflict", "academy.course_archived", "This course is archived. Restore it first.");
    const draft = await findDraft(tx, course.id);
    if (!draft)
      throw refuse("conflict", "academy.nothing_to_publish", "Nothing was changed since the last version.");
    const at = Temporal.Instant.from(input.publishAt);
    if (Temporal.Instant.compare(at, now) <= 0)
      throw refuse(
        "invalid",
        "academy.publication_past",
        "This time is over. Choose a later one, or publish now.",
        { issues: [{ path: "publishAt", message: "Choose a time to come" }] },
      );
    await tx.execute(
      sql`UPDATE academy.curriculum SET publish_at = ${at.toString()}, note = ${input.note} WHERE id = ${draft.id}`,
    );
    return { publishAt: at.toString() };
  },
});
