import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { ImportedQuestions, ImportQuestions } from "#modules/academy/contract/quizzes.ts";
import { saveQuestions } from "#modules/academy/quizzes/save-questions.ts";

/**
 * Writes many questions into a course's bank at once, all or none: new names are added, known ones get a new version where
 * they say something else. Errors: `academy.course_unknown`, `academy.question_faulty`, `academy.question_repeated`.
 */
export const importQuestions = defineCommand({
  name: "academy.import_questions",
  title: "Import questions into the bank",
  http: "POST /academy/courses/:courseId/questions/import",
  access: "academy:write",
  input: ImportQuestions,
  output: ImportedQuestions,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async (context, course) => {
    const { questions } = context.input;
    const ids = await saveQuestions(context, course.id, questions);
    return { items: questions.map(({ slug }) => ({ slug, questionId: ids.get(slug) ?? "" })) };
  },
});
