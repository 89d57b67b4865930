import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { ReviseQuestion, SavedQuestion } from "#modules/academy/contract/quizzes.ts";
import { draftOf, getQuestionRow, lockQuestion } from "#modules/academy/quizzes/question-row.ts";
import { saveQuestions } from "#modules/academy/quizzes/save-questions.ts";

/**
 * Changes a question. What it asks or how it is marked makes a new version, which attempts get from now on; attempts that
 * were asked an older one keep it. Errors: `academy.question_unknown`, `academy.question_changed` (somebody saved since),
 * `academy.question_archived`, `academy.question_taken`, `academy.question_faulty`.
 */
export const reviseQuestion = defineCommand({
  name: "academy.revise_question",
  title: "Change a question",
  http: "PATCH /academy/questions/:questionId",
  access: "academy:write",
  input: ReviseQuestion,
  output: SavedQuestion,
  load: async (tx, { questionId }) => {
    await lockCourse(tx, (await getQuestionRow(tx, questionId)).courseId);
    return lockQuestion(tx, questionId);
  },
  run: async (context, question) => {
    const { tx, input } = context;
    if (question.version !== input.version)
      throw refuse(
        "conflict",
        "academy.question_changed",
        "Somebody changed this question since you opened it. Load it again and repeat what you changed.",
        { data: { version: question.version } },
      );
    if (question.archivedAt)
      throw refuse("conflict", "academy.question_archived", "This question is archived. Restore it first.");
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    const next = { ...draftOf(question), ...given };
    const taken = await firstRow(
      tx,
      sql`SELECT 1 FROM academy.question
          WHERE course_id = ${question.courseId} AND slug = ${next.slug} AND id <> ${question.id}`,
    );
    if (taken)
      throw refuse(
        "conflict",
        "academy.question_taken",
        "Another question of this course has this name. Choose another.",
      );
    await tx.execute(sql`UPDATE academy.question SET slug = ${next.slug} WHERE id = ${question.id}`);
    const { slug, prompt, body, explanation, points, tags } = next;
    await saveQuestions(context, question.courseId, [{ slug, prompt, body, explanation, points, tags }]);
    const saved = await getQuestionRow(tx, question.id);
    return { questionId: question.id, slug: saved.slug, version: saved.version };
  },
});
