import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { QuizDetail, QuizRef } from "#modules/academy/contract/quizzes.ts";
import { readAuthoredQuizzes, sizeQuiz } from "#modules/academy/quizzes/authored-quizzes.ts";
import { quizFaults } from "#modules/academy/rules/quizzes/quiz-faults.ts";

/** A quiz for its authors, as the draft has it, else as it is in force. Errors: `academy.quiz_unknown`. */
export const getQuiz = defineQuery({
  name: "academy.get_quiz",
  title: "Show a quiz",
  http: "GET /academy/courses/:courseId/quizzes/:quizKey",
  access: "academy:read",
  input: QuizRef,
  output: QuizDetail,
  run: async ({ db, input: { courseId, quizKey } }) => {
    const [quiz] = await readAuthoredQuizzes(db, sql`c.id = ${courseId} AND z.key = ${quizKey}`);
    if (!quiz) throw refuse("not_found", "academy.quiz_unknown", "There is no such quiz.");
    const { sections } = await sizeQuiz(db, quiz);
    const { key: _, curriculumId: __, attempts: ___, ...about } = quiz;
    return { ...about, quizKey, sections, faults: quizFaults(quiz, sections) };
  },
});
