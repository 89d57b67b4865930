import type { RichText } from "#kernel/browser/rich-text.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import type { QuizSection, QuizSettings } from "#modules/academy/contract/quiz.ts";

/** A quiz as it is written: its questions are in the bank already. */
export interface QuizDraft {
  slug: string;
  title: string;
  intro: RichText;
  settings: QuizSettings;
  sections: readonly QuizSection[];
}

/** Refuses sections that name questions of another bank. Errors: `academy.question_unknown`. */
export async function demandOwnQuestions(
  ctx: Pick<AcademyContext, "tx">,
  curriculumId: string,
  sections: readonly QuizSection[],
): Promise<void> {
  const ids = [...new Set(sections.flatMap(({ questionIds }) => questionIds))];
  if (ids.length === 0) return;
  const own = await rows(
    ctx.tx,
    sql`SELECT q.id FROM academy.question q JOIN academy.curriculum c ON c.course_id = q.course_id
        WHERE c.id = ${curriculumId} AND q.id = ANY (${sql.param(ids)}::uuid[])`,
  );
  if (own.length !== ids.length)
    throw refuse(
      "not_found",
      "academy.question_unknown",
      "The quiz names a question that is not in the bank of this course. Take it out or add it to the bank.",
    );
}

/**
 * Writes a quiz into a draft by its slug: a new one, or over the one that is there, whose key stays. The course is locked
 * by the caller. Errors: `academy.question_unknown`.
 */
export async function saveQuiz(
  ctx: AcademyContext,
  curriculumId: string,
  quiz: QuizDraft,
): Promise<{ quizKey: string }> {
  await demandOwnQuestions(ctx, curriculumId, quiz.sections);
  const saved = await firstRow<{ key: string }>(
    ctx.tx,
    sql`INSERT INTO academy.quiz (id, curriculum_id, key, slug, title, intro, settings, sections)
        VALUES (${newId()}, ${curriculumId}, ${newId()}, ${quiz.slug}, ${quiz.title}, ${JSON.stringify(quiz.intro)},
          ${JSON.stringify(quiz.settings)}, ${JSON.stringify(quiz.sections)})
        ON CONFLICT (curriculum_id, slug) DO UPDATE SET title = excluded.title, intro = excluded.intro,
          settings = excluded.settings, sections = excluded.sections, revision = academy.quiz.revision + 1
        RETURNING key`,
  );
  if (!saved) throw new Error("A quiz was not saved");
  return { quizKey: saved.key };
}
