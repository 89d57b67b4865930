import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { QuestionRef, SavedQuestion } from "#modules/academy/contract/quizzes.ts";
import { freeSlug } from "#modules/academy/quizzes/free-slug.ts";
import { draftOf, getQuestionRow } from "#modules/academy/quizzes/question-row.ts";
import { saveQuestions } from "#modules/academy/quizzes/save-questions.ts";

/** Makes another question that begins as this one, with a name of its own. Errors: `academy.question_unknown`. */
export const duplicateQuestion = defineCommand({
  name: "academy.duplicate_question",
  title: "Duplicate a question",
  http: "POST /academy/questions/:questionId/copies",
  access: "academy:write",
  input: QuestionRef,
  output: SavedQuestion,
  load: async (tx, { questionId }) => {
    const question = await getQuestionRow(tx, questionId);
    await lockCourse(tx, question.courseId);
    return question;
  },
  run: async (context, question) => {
    const slug = await freeSlug(context.tx, question.courseId, question.slug);
    const ids = await saveQuestions(context, question.courseId, [{ ...draftOf(question), slug }]);
    return { questionId: ids.get(slug) ?? "", slug, version: 1 };
  },
});
