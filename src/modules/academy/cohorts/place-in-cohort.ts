import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import { type CohortRow, lockCohort } from "#modules/academy/cohorts/cohort-row.ts";
import { StudentPlaced } from "#modules/academy/events/cohorts.ts";
import type { EnrollmentRow } from "#modules/academy/learning/enrollment.ts";

/** Errors: `academy.cohort_closed`, `academy.cohort_of_other_course`, `academy.cohort_full`. */
async function demandPlace(
  ctx: Pick<AcademyContext, "tx">,
  cohort: CohortRow,
  courseId: string,
): Promise<void> {
  if (cohort.course_id !== courseId)
    throw refuse("invalid", "academy.cohort_of_other_course", "This cohort belongs to another course.");
  if (cohort.status !== "open")
    throw refuse("conflict", "academy.cohort_closed", "This cohort takes nobody more. Choose another.");
  if (cohort.capacity === null) return;
  // Counted as the house: a student's own role would see none but themselves.
  const taken = await firstRow<{ count: number }>(
    ctx.tx,
    sql`SELECT academy.students_in_cohort(${cohort.id}) AS count`,
  );
  if ((taken?.count ?? 0) >= cohort.capacity)
    throw refuse(
      "conflict",
      "academy.cohort_full",
      `All ${cohort.capacity} places of this cohort are taken. Choose another.`,
    );
}

/**
 * Puts an enrolment that is locked into a cohort, moves it, or takes it out (null). The cohort is locked, so that its last
 * place is given once. Safe to call again. Errors: `academy.cohort_unknown`, `academy.cohort_closed`,
 * `academy.cohort_of_other_course`, `academy.cohort_full`.
 */
export async function placeInCohort(
  ctx: AcademyContext,
  enrollment: EnrollmentRow,
  { cohortId, reason }: { cohortId: string | null; reason: string },
): Promise<void> {
  if (cohortId === enrollment.cohort_id) return;
  if (cohortId !== null) await demandPlace(ctx, await lockCohort(ctx.tx, cohortId), enrollment.course_id);
  await ctx.tx.execute(
    sql`UPDATE academy.enrollment SET cohort_id = ${cohortId} WHERE id = ${enrollment.id}`,
  );
  await ctx.tx.execute(
    sql`INSERT INTO academy.cohort_placement (id, enrollment_id, account_id, from_cohort_id, to_cohort_id, reason,
          by_person_id, at)
        VALUES (${newId()}, ${enrollment.id}, ${enrollment.account_id}, ${enrollment.cohort_id}, ${cohortId}, ${reason},
          ${actorPersonId(ctx.actor)}, ${ctx.now.toString()})`,
  );
  await ctx.emit(StudentPlaced, {
    accountId: enrollment.account_id,
    enrollmentId: enrollment.id,
    courseId: enrollment.course_id,
    fromCohortId: enrollment.cohort_id,
    toCohortId: cohortId,
  });
}
