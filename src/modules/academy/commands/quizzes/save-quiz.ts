import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { openDraft } from "#modules/academy/authoring/draft.ts";
import { SavedQuiz, SaveQuiz } from "#modules/academy/contract/quizzes.ts";
import { getQuizRow } from "#modules/academy/quizzes/quiz-row.ts";
import { demandOwnQuestions } from "#modules/academy/quizzes/save-quiz.ts";

/**
 * Saves a quiz of the draft; students get it once the draft is published. Errors: `academy.quiz_unknown`,
 * `academy.quiz_changed` (somebody saved since), `academy.quiz_taken`, `academy.question_unknown`.
 */
export const saveDraftQuiz = defineCommand({
  name: "academy.save_quiz",
  title: "Save a quiz",
  http: "PATCH /academy/courses/:courseId/quizzes/:quizKey",
  access: "academy:write",
  input: SaveQuiz,
  output: SavedQuiz,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async (context, course) => {
    const { tx, input, now } = context;
    const draft = await openDraft(tx, { courseId: course.id, now });
    const before = await getQuizRow(tx, draft.id, input.quizKey);
    if (before.revision !== input.revision)
      throw refuse(
        "conflict",
        "academy.quiz_changed",
        "Somebody saved this quiz since you opened it. Load it again and repeat what you changed.",
        { data: { revision: before.revision } },
      );
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    const next = { ...before, ...given };
    await demandOwnQuestions(context, draft.id, next.sections);
    const taken = await firstRow(
      tx,
      sql`SELECT 1 FROM academy.quiz WHERE curriculum_id = ${draft.id} AND slug = ${next.slug} AND key <> ${before.key}`,
    );
    if (taken)
      throw refuse("conflict", "academy.quiz_taken", "Another quiz has this address. Choose another.");
    await tx.execute(
      sql`UPDATE academy.quiz SET slug = ${next.slug}, title = ${next.title}, intro = ${JSON.stringify(next.intro)},
            settings = ${JSON.stringify(next.settings)}, sections = ${JSON.stringify(next.sections)},
            revision = revision + 1
          WHERE curriculum_id = ${draft.id} AND key = ${before.key}`,
    );
    return { quizKey: before.key, revision: before.revision + 1 };
  },
});
