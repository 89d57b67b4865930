import { defineCommand } from "#kernel/operation/operation.ts";
import { ensureBuyer } from "#modules/people/index.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { placeInCohort } from "#modules/academy/cohorts/place-in-cohort.ts";
import { EnrolledStudent, EnrolStudent } from "#modules/academy/contract/students.ts";
import { lockEnrollment } from "#modules/academy/learning/enrollment.ts";
import { enrolStudent as enrol } from "#modules/academy/learning/enrol-student.ts";

/**
 * Enrols somebody without a sale, into a cohort or to learn alone. Errors: `academy.course_unknown`,
 * `academy.course_not_published`, `academy.cohort_full` and the others of `placeInCohort`.
 */
export const enrolStudent = defineCommand({
  name: "academy.enrol_student",
  title: "Enrol a student",
  http: "POST /academy/courses/:courseId/enrollments",
  access: "academy:enrol",
  confirm: true,
  input: EnrolStudent,
  output: EnrolledStudent,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async (context, course) => {
    const { email, name, zone, cohortId } = context.input;
    const company = await context.company();
    const student = await ensureBuyer(context, {
      email,
      name,
      // What is not known of a stranger is guessed from where the company is; they set it right in their account.
      country: new Intl.Locale(company.locale).maximize().region ?? "US",
      currency: company.currency,
      locale: company.locale,
      zone: zone ?? company.zone,
    });
    const enrolled = await enrol(context, {
      courseId: course.id,
      personId: student.personId,
      accountId: student.accountId,
      sourceKind: "staff",
      cause: "staff",
      ...(zone && { zone }),
    });
    if (cohortId !== null) {
      const enrollment = await lockEnrollment(context.tx, enrolled.enrollmentId);
      await placeInCohort(context, enrollment, { cohortId, reason: "Enrolled into it" });
    }
    return enrolled;
  },
});
