import { sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ListQuizzes, QuizList } from "#modules/academy/contract/quizzes.ts";
import { readAuthoredQuizzes, sizeQuiz } from "#modules/academy/quizzes/authored-quizzes.ts";

/** Quizzes as the drafts have them, else as they are in force. */
export const listQuizzes = defineQuery({
  name: "academy.list_quizzes",
  title: "List quizzes",
  http: "GET /academy/quizzes",
  access: "academy:read",
  input: ListQuizzes,
  output: QuizList,
  run: async ({ db, input: { courseId } }) => {
    const quizzes = await readAuthoredQuizzes(db, courseId ? sql`c.id = ${courseId}` : sql`true`);
    const items = quizzes.map(async (quiz) => {
      const { questions, points } = await sizeQuiz(db, quiz);
      const { key: quizKey, intro: _, sections: __, ...about } = quiz;
      return { quizKey, ...about, questions, points };
    });
    return { items: await Promise.all(items) };
  },
});
