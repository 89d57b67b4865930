import { defineCommand } from "#kernel/operation/operation.ts";
import { ensureBuyer } from "#modules/people/index.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { EnrolledStudent, EnrolStudent } from "#modules/academy/contract/students.ts";
import { enrolStudent as enrol } from "#modules/academy/learning/enrol-student.ts";

/** Enrols somebody without a sale. Errors: `academy.course_unknown`, `academy.course_not_published`. */
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
    return enrol(context, {
      courseId: course.id,
      personId: student.personId,
      accountId: student.accountId,
      sourceKind: "staff",
      cohortId,
      cause: "staff",
      ...(zone && { zone }),
    });
  },
});
