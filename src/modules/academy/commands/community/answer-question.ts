import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockQuestion } from "#modules/academy/community/question-row.ts";
import { writeMessage } from "#modules/academy/community/write-message.ts";
import { AnswerQuestion, AskedQuestion } from "#modules/academy/contract/questions.ts";

/** Answers a student's question; who answers first takes it on. Errors: `academy.student_question_unknown`. */
export const answerQuestion = defineCommand({
  name: "academy.answer_question",
  title: "Answer a student's question",
  http: "POST /academy/student-questions/:questionId/answers",
  access: "academy:moderate",
  confirm: true,
  input: AnswerQuestion,
  output: AskedQuestion,
  load: (tx, { questionId }) => lockQuestion(tx, questionId),
  run: async (context, question) => {
    const authorId = actorPersonId(context.actor);
    if (authorId === null)
      throw refuse("forbidden", "academy.post_needs_author", "Only a person can write to students.");
    await context.tx.execute(
      sql`UPDATE academy.student_question SET assignee_id = coalesce(assignee_id, ${authorId})
          WHERE id = ${question.id}`,
    );
    const messageId = await writeMessage(context, question, {
      authorId,
      isStaff: true,
      body: context.input.body,
    });
    return { questionId: question.id, messageId };
  },
});
