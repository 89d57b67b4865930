import { Readable } from "node:stream";
import { saveFile } from "#kernel/files/save-file.ts";
import { newId } from "#kernel/ids.ts";
import type { AssignmentDraft } from "#modules/academy/contract/assignment-editing.ts";
import { placeInCohort } from "#modules/academy/cohorts/place-in-cohort.ts";
import { enrolStudent } from "#modules/academy/learning/enrol-student.ts";
import { lockEnrollment } from "#modules/academy/learning/enrollment.ts";
import { asHouse, createCustomer, type TestCustomer } from "#test/factories/customers.ts";
import { paragraph, writeCourse } from "#test/factories/course.ts";
import type { TestApp } from "#test/harness.ts";

/** A published course with one assignment, shown by its lesson `work`. */
export interface AssignedCourse {
  courseId: string;
  courseSlug: string;
  assignmentKey: string;
  lessonKey: string;
  criteria: { id: string; levels: { id: string; points: number }[] }[];
}

const level = (points: number) => ({ id: newId(), title: `Worth ${points}`, description: "", points });

/** Two criteria of 0, 5 and 10 points. */
export const twoCriteria = () =>
  ["Clear", "Right"].map((title) => ({
    id: newId(),
    title,
    description: "",
    levels: [level(0), level(5), level(10)],
  }));

/** Writes and publishes a course with an assignment. */
export async function writeAssignment(
  house: TestApp,
  given: Partial<AssignmentDraft> = {},
): Promise<AssignedCourse> {
  const { courseId, slug, moduleKey } = await writeCourse(house, { publish: false });
  const rubric = given.rubric ?? twoCriteria();
  const { assignmentKey } = await house.call("academy.add_assignment", {
    courseId,
    slug: "capstone",
    title: "Capstone",
    brief: paragraph("Do it."),
    ...given,
    rubric,
  });
  const lesson = await house.call("academy.add_lesson", {
    courseId,
    moduleKey,
    slug: "work",
    title: "The work",
    completion: { rule: "grade", percent: 60 },
    blocks: [{ id: newId(), kind: "assignment", assignmentKey }],
  });
  await house.call("academy.publish_curriculum", { courseId });
  return { courseId, courseSlug: slug, assignmentKey, lessonKey: lesson.key, criteria: rubric };
}

/** A customer who takes a course. */
export interface TestStudent extends TestCustomer {
  enrollmentId: string;
}

/** Enrols a new customer, whose clock is Berlin's unless said. */
export async function enrolNewStudent(
  house: TestApp,
  { courseId, zone, name, cohortId }: { courseId: string; zone?: string; name?: string; cohortId?: string },
): Promise<TestStudent> {
  const customer = await createCustomer(house, { ...(zone && { zone }), ...(name && { name }) });
  const { enrollmentId } = await asHouse(house, async (context) => {
    const enrolled = await enrolStudent(context, {
      courseId,
      personId: customer.personId,
      accountId: customer.accountId,
      sourceKind: "staff",
      cause: "test",
      zone: zone ?? "Europe/Berlin",
    });
    if (cohortId) {
      const enrollment = await lockEnrollment(context.tx, enrolled.enrollmentId);
      await placeInCohort(context, enrollment, { cohortId, reason: "test" });
    }
    return enrolled;
  });
  return { ...customer, enrollmentId };
}

/** Stores a file as if the student had sent it. */
export async function sendFile(
  house: TestApp,
  student: TestStudent,
  { name = "work.txt", content = `Work ${newId()}` }: { name?: string; content?: string } = {},
): Promise<string> {
  const { fileId } = await saveFile(house.app.database.db, house.app.services.files, {
    content: Readable.from([Buffer.from(content)]),
    name,
    mediaType: "text/plain",
    maxBytes: 1_000_000,
    now: house.clock.now(),
    createdBy: student.personId,
  });
  return fileId;
}

/** Writes a draft and hands it in. */
export async function handIn(
  house: TestApp,
  course: AssignedCourse,
  student: TestStudent,
  words = "My work.",
): Promise<string> {
  const of = { courseSlug: course.courseSlug, assignmentKey: course.assignmentKey };
  await house.call("academy.save_my_draft", { ...of, text: paragraph(words), revision: 0 }, student.actor);
  const { submissionId } = await house.call("academy.submit_assignment", of, student.actor);
  return submissionId;
}
