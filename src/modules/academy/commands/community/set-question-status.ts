import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockQuestion } from "#modules/academy/community/question-row.ts";
import { SetQuestionStatus } from "#modules/academy/contract/questions.ts";

/** Says that a question needs no more words, or that it does. Errors: `academy.student_question_unknown`. */
export const setQuestionStatus = defineCommand({
  name: "academy.set_question_status",
  title: "Mark a student's question as answered or open",
  http: "PUT /academy/student-questions/:questionId/status",
  access: "academy:moderate",
  input: SetQuestionStatus,
  output: SetQuestionStatus,
  load: (tx, { questionId }) => lockQuestion(tx, questionId),
  run: async ({ tx, input }, question) => {
    await tx.execute(
      sql`UPDATE academy.student_question SET status = ${input.status} WHERE id = ${question.id}`,
    );
    return input;
  },
});
