import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { QuestionRef, QuestionStanding } from "#modules/academy/contract/quizzes.ts";
import { lockQuestion } from "#modules/academy/quizzes/question-row.ts";

/** Brings an archived question back, as it was. Errors: `academy.question_unknown`. */
export const restoreQuestion = defineCommand({
  name: "academy.restore_question",
  title: "Restore a question",
  http: "DELETE /academy/questions/:questionId/archival",
  access: "academy:write",
  input: QuestionRef,
  output: QuestionStanding,
  load: (tx, { questionId }) => lockQuestion(tx, questionId),
  run: async ({ tx }, { id }) => {
    await tx.execute(sql`UPDATE academy.question SET archived_at = NULL WHERE id = ${id}`);
    return { questionId: id, isArchived: false };
  },
});
