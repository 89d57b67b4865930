import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import { EnrollmentChanged } from "#modules/academy/events/learning.ts";
import type { EnrollmentRow } from "#modules/academy/learning/enrollment.ts";

type Change = { status: EnrollmentRow["status"]; cause: string };

/** Writes down a status an enrolment has from now on, for numbers as of another day. */
export async function noteStatus(
  ctx: AcademyContext,
  enrollment: Pick<EnrollmentRow, "id" | "account_id">,
  { status, cause }: Change,
): Promise<void> {
  await ctx.tx.execute(
    sql`INSERT INTO academy.enrollment_status (enrollment_id, account_id, at, seq, status, cause, by_person_id)
        SELECT ${enrollment.id}, ${enrollment.account_id}, ${ctx.now.toString()}, coalesce(max(seq), 0) + 1, ${status},
          ${cause}, ${actorPersonId(ctx.actor)}
        FROM academy.enrollment_status WHERE enrollment_id = ${enrollment.id}`,
  );
}

/** Changes the status of an enrolment that is locked; nothing when it is so already. */
export async function setStatus(
  ctx: AcademyContext,
  enrollment: EnrollmentRow,
  change: Change,
): Promise<void> {
  if (enrollment.status === change.status) return;
  await ctx.tx.execute(
    sql`UPDATE academy.enrollment SET status = ${change.status} WHERE id = ${enrollment.id}`,
  );
  await noteStatus(ctx, enrollment, change);
  await ctx.emit(EnrollmentChanged, {
    accountId: enrollment.account_id,
    enrollmentId: enrollment.id,
    courseId: enrollment.course_id,
    personId: enrollment.person_id,
    ...change,
  });
}
