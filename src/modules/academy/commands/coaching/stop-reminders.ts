import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { writeCoaching } from "#modules/academy/coaching/coaching-row.ts";
import { readStopToken } from "#modules/academy/coaching/stop-token.ts";
import { StopReminders, StoppedReminders } from "#modules/academy/contract/coaching.ts";
import { lockEnrollment } from "#modules/academy/learning/enrollment.ts";

/**
 * Ends the mails about a course, by the address in one of them and without signing in. Safe to call again.
 * Errors: `academy.stop_link_unknown`.
 */
export const stopReminders = defineCommand({
  name: "academy.stop_reminders",
  title: "Get no more mails about a course",
  http: "POST /public/reminders/stop",
  access: "public",
  input: StopReminders,
  output: StoppedReminders,
  run: async ({ tx, sealer, input }) => {
    const enrollmentId = readStopToken(sealer, input.token);
    const course =
      enrollmentId &&
      (await firstRow<{ title: string }>(
        tx,
        sql`SELECT c.title FROM academy.enrollment e JOIN academy.course c ON c.id = e.course_id WHERE e.id = ${enrollmentId}`,
      ));
    if (!enrollmentId || !course)
      throw refuse(
        "not_found",
        "academy.stop_link_unknown",
        "This link is not one of ours. Open it from the mail itself, or change your plan in the course.",
      );
    await writeCoaching(tx, await lockEnrollment(tx, enrollmentId), sql`wants_mail = false`);
    return { courseTitle: course.title };
  },
});
