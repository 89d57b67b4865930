import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { MODERATORS } from "#modules/academy/community/moderators.ts";
import { lockQuestion } from "#modules/academy/community/question-row.ts";
import { AssignQuestion } from "#modules/academy/contract/questions.ts";

/** Says who answers a student's question, or nobody. Errors: `academy.student_question_unknown`, `academy.assignee_unfit`. */
export const assignQuestion = defineCommand({
  name: "academy.assign_question",
  title: "Say who answers a student's question",
  http: "PUT /academy/student-questions/:questionId/assignee",
  access: "academy:moderate",
  input: AssignQuestion,
  output: AssignQuestion,
  load: (tx, { questionId }) => lockQuestion(tx, questionId),
  run: async ({ tx, input }, question) => {
    const { personId } = input;
    const isFit =
      personId === null ||
      (await firstRow(
        tx,
        sql`SELECT 1 FROM auth.person WHERE id = ${personId} AND disabled_at IS NULL
              AND role = ANY (${sql.param(MODERATORS)})`,
      ));
    if (!isFit)
      throw refuse("invalid", "academy.assignee_unfit", "This person does not answer students.", {
        issues: [{ path: "personId", message: "Does not answer students" }],
      });
    await tx.execute(
      sql`UPDATE academy.student_question SET assignee_id = ${personId} WHERE id = ${question.id}`,
    );
    return input;
  },
});
