import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { openDraft } from "#modules/academy/authoring/draft.ts";
import { QuizRef, RemovedQuiz } from "#modules/academy/contract/quizzes.ts";
import { findLessonWith } from "#modules/academy/learning/lesson-of.ts";
import { getQuizRow } from "#modules/academy/quizzes/quiz-row.ts";

/**
 * Takes a quiz out of the draft. Versions that were published keep theirs, and so do attempts. Errors:
 * `academy.quiz_unknown`, `academy.quiz_placed` while a lesson shows it.
 */
export const removeQuiz = defineCommand({
  name: "academy.remove_quiz",
  title: "Remove a quiz from the draft",
  http: "DELETE /academy/courses/:courseId/quizzes/:quizKey",
  access: "academy:write",
  input: QuizRef,
  output: RemovedQuiz,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async ({ tx, input, now }, course) => {
    const draft = await openDraft(tx, { courseId: course.id, now });
    const quiz = await getQuizRow(tx, draft.id, input.quizKey);
    const lesson = await findLessonWith(tx, draft.id, { quizKey: quiz.key });
    if (lesson)
      throw refuse(
        "conflict",
        "academy.quiz_placed",
        `The lesson “${lesson.title}” shows this quiz. Take it out of the lesson first.`,
        { data: { lessonKey: lesson.key } },
      );
    await tx.execute(sql`DELETE FROM academy.quiz WHERE curriculum_id = ${draft.id} AND key = ${quiz.key}`);
    return { quizKey: quiz.key };
  },
});
