import { rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { MODERATORS } from "#modules/academy/community/moderators.ts";
import { readMessages } from "#modules/academy/community/question-row.ts";
import { StudentQuestion, StudentQuestionOf } from "#modules/academy/contract/questions.ts";
import { readStudentQuestions } from "#modules/academy/queries/community/list-student-questions.ts";

/** A student's question with everything said in it. Errors: `academy.student_question_unknown`. */
export const getStudentQuestion = defineQuery({
  name: "academy.get_student_question",
  title: "Read a student's question",
  http: "GET /academy/student-questions/:questionId",
  access: "academy:moderate",
  input: StudentQuestionOf,
  output: StudentQuestion,
  run: async ({ db, input }) => {
    const [question] = await readStudentQuestions(db, sql`AND q.id = ${input.questionId}`);
    if (!question)
      throw refuse("not_found", "academy.student_question_unknown", "There is no such question.");
    const staff = await rows<{ personId: string; name: string }>(
      db,
      sql`SELECT id AS "personId", name FROM auth.person
          WHERE role = ANY (${sql.param(MODERATORS)}) AND disabled_at IS NULL ORDER BY name, id LIMIT 200`,
    );
    return { ...question, messages: await readMessages(db, [question.questionId]), staff };
  },
});
