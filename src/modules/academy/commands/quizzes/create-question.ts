import { firstRow, sql } from "#kernel/db/sql.ts";
import type { Tx } from "#kernel/db/database.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { CreateQuestion, SavedQuestion } from "#modules/academy/contract/quizzes.ts";
import { freeSlug } from "#modules/academy/quizzes/free-slug.ts";
import { saveQuestions } from "#modules/academy/quizzes/save-questions.ts";
import { plainWords } from "#modules/academy/rules/quizzes/plain-words.ts";

async function demandFree(tx: Tx, courseId: string, slug: string): Promise<string> {
  const taken = await firstRow(
    tx,
    sql`SELECT 1 FROM academy.question WHERE course_id = ${courseId} AND slug = ${slug}`,
  );
  if (taken)
    throw refuse(
      "conflict",
      "academy.question_taken",
      "Another question of this course has this name. Choose another.",
    );
  return slug;
}

/** Adds a question to a course's bank. Errors: `academy.course_unknown`, `academy.question_taken`, `academy.question_faulty`. */
export const createQuestion = defineCommand({
  name: "academy.create_question",
  title: "Add a question to the bank",
  http: "POST /academy/courses/:courseId/questions",
  access: "academy:write",
  input: CreateQuestion,
  output: SavedQuestion,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async (context, course) => {
    const { courseId: _, slug: asked, ...draft } = context.input;
    const slug = asked
      ? await demandFree(context.tx, course.id, asked)
      : await freeSlug(context.tx, course.id, plainWords(draft.prompt));
    const ids = await saveQuestions(context, course.id, [{ ...draft, slug }]);
    return { questionId: ids.get(slug) ?? "", slug, version: 1 };
  },
});
