import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import { enterLesson } from "#modules/academy/community/enter-lesson.ts";
import type { QuestionRow } from "#modules/academy/community/question-row.ts";
import { demandQuestionPace, writeMessage } from "#modules/academy/community/write-message.ts";
import { AskedQuestion, AskQuestion } from "#modules/academy/contract/questions.ts";
import { demandLearning, getMyEnrollment } from "#modules/academy/learning/enrollment.ts";

/** The enrolment one asks from, and the lesson where there is one. */
async function placeOf(ctx: AcademyContext, { course, lesson }: { course: string; lesson: string | null }) {
  if (lesson !== null) {
    const entered = await enterLesson(ctx.tx, ctx, { course, lesson });
    return { enrollment: entered.enrollment, lessonKey: entered.lesson.key };
  }
  const enrollment = await getMyEnrollment(ctx.tx, {
    courseSlug: course,
    personId: actorPersonId(ctx.actor),
  });
  demandLearning(enrollment);
  return { enrollment, lessonKey: null };
}

/** Asks who teaches, in private. Errors: those of `enterLesson`, `academy.messages_too_fast`. */
export const askQuestion = defineCommand({
  name: "academy.ask_question",
  title: "Ask who teaches a course I take",
  http: "POST /learn/courses/:course/questions",
  access: "customer",
  input: AskQuestion,
  output: AskedQuestion,
  run: async (context) => {
    const { tx, now, input } = context;
    const { enrollment, lessonKey } = await placeOf(context, input);
    await demandQuestionPace(context, enrollment.person_id);
    const question: QuestionRow = {
      id: newId(),
      enrollment_id: enrollment.id,
      account_id: enrollment.account_id,
      person_id: enrollment.person_id,
      course_id: enrollment.course_id,
      status: "open",
      assignee_id: null,
    };
    await tx.execute(
      sql`INSERT INTO academy.student_question (id, enrollment_id, account_id, person_id, course_id, lesson_key, subject,
            status, created_at, last_at)
          VALUES (${question.id}, ${question.enrollment_id}, ${question.account_id}, ${question.person_id},
            ${question.course_id}, ${lessonKey}, ${input.subject}, 'open', ${now.toString()}, ${now.toString()})`,
    );
    const messageId = await writeMessage(context, question, {
      authorId: question.person_id,
      isStaff: false,
      body: input.body,
    });
    return { questionId: question.id, messageId };
  },
});
