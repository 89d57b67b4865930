import { actorPersonId } from "#kernel/actor.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { getCohort } from "#modules/academy/cohorts/cohort-row.ts";
import { placeInCohort } from "#modules/academy/cohorts/place-in-cohort.ts";
import { JoinCohort, PlacedStudent } from "#modules/academy/contract/cohorts.ts";
import { demandLearning, lockMyEnrollment } from "#modules/academy/learning/enrollment.ts";
import { isChoosable } from "#modules/academy/rules/cohorts/is-choosable.ts";

/**
 * Joins a cohort that takes students now; who is in one already asks the staff to be moved. Errors:
 * `academy.not_enrolled`, `academy.enrollment_closed`, `academy.cohort_unknown`, `academy.in_cohort`,
 * `academy.cohort_not_choosable`, `academy.cohort_closed`, `academy.cohort_of_other_course`, `academy.cohort_full`.
 */
export const joinCohort = defineCommand({
  name: "academy.join_cohort",
  title: "Join a cohort of one's course",
  http: "POST /academy/my/courses/:courseSlug/cohort",
  access: "customer",
  input: JoinCohort,
  output: PlacedStudent,
  run: async (context) => {
    const { tx, input, actor, now } = context;
    const enrollment = await lockMyEnrollment(tx, {
      courseSlug: input.courseSlug,
      personId: actorPersonId(actor),
    });
    demandLearning(enrollment);
    if (enrollment.cohort_id !== null && enrollment.cohort_id !== input.cohortId)
      throw refuse(
        "conflict",
        "academy.in_cohort",
        "You are in a cohort already. Ask us if you want to move.",
      );
    const cohort = await getCohort(tx, input.cohortId);
    const today = now.toZonedDateTimeISO(cohort.zone).toPlainDate().toString();
    if (!isChoosable({ from: cohort.enrol_from_on, until: cohort.enrol_until_on }, today))
      throw refuse(
        "conflict",
        "academy.cohort_not_choosable",
        "This cohort cannot be chosen now. Ask us for a place.",
      );
    await placeInCohort(context, enrollment, { cohortId: cohort.id, reason: "Chosen by the student" });
    return { enrollmentId: enrollment.id, cohortId: cohort.id };
  },
});
