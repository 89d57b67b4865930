import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { openDraft } from "#modules/academy/authoring/draft.ts";
import { AddedQuiz, AddQuiz } from "#modules/academy/contract/quizzes.ts";
import { saveQuiz } from "#modules/academy/quizzes/save-quiz.ts";

/**
 * Adds a quiz to the draft of a course; a lesson shows it by a block. Errors: `academy.course_unknown`,
 * `academy.quiz_taken`, `academy.question_unknown`.
 */
export const addQuiz = defineCommand({
  name: "academy.add_quiz",
  title: "Add a quiz to a course",
  http: "POST /academy/courses/:courseId/quizzes",
  access: "academy:write",
  input: AddQuiz,
  output: AddedQuiz,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async (context, course) => {
    const { tx, input, now } = context;
    const draft = await openDraft(tx, { courseId: course.id, now });
    const taken = await firstRow(
      tx,
      sql`SELECT 1 FROM academy.quiz WHERE curriculum_id = ${draft.id} AND slug = ${input.slug}`,
    );
    if (taken)
      throw refuse("conflict", "academy.quiz_taken", "Another quiz has this address. Choose another.");
    const { quizKey } = await saveQuiz(context, draft.id, input);
    return { quizKey, revision: 1 };
  },
});
