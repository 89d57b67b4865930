import { defineCommand } from "#kernel/operation/operation.ts";
import { placeInCohort } from "#modules/academy/cohorts/place-in-cohort.ts";
import { PlacedStudent, PlaceStudent } from "#modules/academy/contract/cohorts.ts";
import { lockEnrollment } from "#modules/academy/learning/enrollment.ts";

/**
 * Puts a student into a cohort, moves them to another, or takes them out. Errors: `academy.enrollment_unknown`,
 * `academy.cohort_unknown`, `academy.cohort_closed`, `academy.cohort_of_other_course`, `academy.cohort_full`.
 */
export const placeStudent = defineCommand({
  name: "academy.place_student",
  title: "Place a student in a cohort",
  http: "PUT /academy/enrollments/:enrollmentId/cohort",
  access: "academy:enrol",
  input: PlaceStudent,
  output: PlacedStudent,
  load: (tx, { enrollmentId }) => lockEnrollment(tx, enrollmentId),
  run: async (context, enrollment) => {
    const { cohortId, reason } = context.input;
    await placeInCohort(context, enrollment, { cohortId, reason });
    return { enrollmentId: enrollment.id, cohortId };
  },
});
