import type { Actor } from "#kernel/actor.ts";
import { enrolStudent } from "#modules/academy/learning/enrol-student.ts";
import { asHouse } from "#test/factories/customers.ts";
import { writeQuiz } from "#test/factories/quiz.ts";
import type { TestApp } from "#test/harness.ts";

const BODY = { type: "doc" as const, content: [] };

/** What happens in a course: a thread, a question, news, an attempt, a note. Ids by the fields that name them. */
async function happenings(
  house: TestApp,
  student: Actor,
  { courseId, course, quizKey }: Record<string, string>,
) {
  const lesson = { course: course!, lesson: "quiz-lesson" };
  const thread = await house.call(
    "academy.start_thread",
    { ...lesson, title: "Words", body: "Words" },
    student,
  );
  const told = await house.call("academy.create_announcement", {
    courseId: courseId!,
    title: "Words",
    body: BODY,
  });
  const attempt = await house.call("academy.start_attempt", { course: course!, quizKey: quizKey! }, student);
  const note = await house.call("academy.save_my_note", { ...lesson, body: "Words" }, student);
  return {
    threadId: thread.threadId,
    postId: thread.postId,
    announcementId: told.announcementId,
    attemptId: attempt.attemptId,
    noteId: note.noteId,
  };
}

/**
 * Values for fields of the academy's operations that name things which are there: a course that a person of an account
 * takes, and one of each that happens in it.
 */
export async function learningSamples(
  house: TestApp,
  { accountId, personId }: { accountId: string; personId: string },
): Promise<Record<string, unknown>> {
  const quiz = await writeQuiz(house);
  const { courseId, course, lessonKey, quizKey, questionIds } = quiz;
  const { enrollmentId } = await asHouse(house, (context) =>
    enrolStudent(context, { courseId, accountId, personId, sourceKind: "staff", cause: "test" }),
  );
  const { cohortId } = await house.call("academy.create_cohort", {
    courseId,
    title: "Spring",
    startsOn: "2027-02-01",
    endsOn: "2027-05-01",
    zone: "UTC",
  });
  const student: Actor = { kind: "person", personId, role: "owner" };
  return {
    ...(await happenings(house, student, { courseId, course, quizKey })),
    courseId,
    course,
    courseSlug: course,
    lesson: "quiz-lesson",
    lessonKey,
    quizKey,
    enrollmentId,
    cohortId,
    questionId: Object.values(questionIds)[0],
    questionIds: Object.values(questionIds),
    blocks: [],
    slug: "words",
    version: 1,
  };
}
