import { defineCommand } from "#kernel/operation/operation.ts";
import { ChangedEnrollment, ChangeEnrollment } from "#modules/academy/contract/students.ts";
import { lockEnrollment } from "#modules/academy/learning/enrollment.ts";
import { setStatus } from "#modules/academy/learning/set-status.ts";

/** Takes a student out of a course, holds them back or lets them in again. Errors: `academy.enrollment_unknown`. */
export const changeEnrollment = defineCommand({
  name: "academy.change_enrollment",
  title: "Take a student out of a course, or let them in again",
  http: "POST /academy/enrollments/:enrollmentId/status",
  access: "academy:enrol",
  confirm: true,
  input: ChangeEnrollment,
  output: ChangedEnrollment,
  load: (tx, { enrollmentId }) => lockEnrollment(tx, enrollmentId),
  run: async (context, enrollment) => {
    const { status, reason } = context.input;
    await setStatus(context, enrollment, { status, cause: `staff: ${reason}` });
    return { status };
  },
});
