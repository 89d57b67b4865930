import { sql } from "#kernel/db/sql.ts";
import { CourseCompleted } from "#modules/academy/events/learning.ts";
import { enrolStudent } from "#modules/academy/learning/enrol-student.ts";
import type { Buyer } from "#modules/people/index.ts";
import { type WrittenCourse, writeCourse } from "#test/factories/course.ts";
import { asHouse, createCustomer, type TestCustomer } from "#test/factories/customers.ts";
import type { TestApp } from "#test/harness.ts";

/** Somebody who takes a course. */
export interface TestStudent extends TestCustomer {
  course: WrittenCourse;
  enrollmentId: string;
}

/** Enrols somebody in a course; both are made where they are not given. */
export async function enrolTestStudent(
  house: TestApp,
  given: { course?: WrittenCourse; buyer?: Partial<Buyer> } = {},
): Promise<TestStudent> {
  const course = given.course ?? (await writeCourse(house));
  const customer = await createCustomer(house, given.buyer);
  const { enrollmentId } = await asHouse(house, (context) =>
    enrolStudent(context, {
      courseId: course.courseId,
      personId: customer.personId,
      accountId: customer.accountId,
      sourceKind: "staff",
      cause: "staff",
    }),
  );
  return { ...customer, course, enrollmentId };
}

/** Says that a student completed the course, without what the lessons ask for; the event is not delivered yet. */
export const completeCourse = (house: TestApp, student: TestStudent): Promise<void> =>
  asHouse(house, async ({ tx, emit, now }) => {
    await tx.execute(
      sql`UPDATE academy.enrollment SET completed_at = ${now.toString()} WHERE id = ${student.enrollmentId}`,
    );
    await emit(CourseCompleted, {
      accountId: student.accountId,
      enrollmentId: student.enrollmentId,
      courseId: student.course.courseId,
      personId: student.personId,
      curriculumId: student.course.curriculumId,
      completedAt: now.toString(),
    });
  });

/** A student with the certificate of a course: its id, with PDF and badge made. */
export async function graduate(
  house: TestApp,
  given: Parameters<typeof enrolTestStudent>[1] = {},
): Promise<TestStudent & { certificateId: string }> {
  const student = await enrolTestStudent(house, given);
  await completeCourse(house, student);
  await house.drain();
  const { items } = await house.call("academy.list_my_certificates", {}, student.actor);
  const certificateId = items[0]?.certificateId ?? "";
  await house.runJob("academy.prepare_certificate", { certificateId });
  return { ...student, certificateId };
}
