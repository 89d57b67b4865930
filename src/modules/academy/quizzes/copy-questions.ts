import { rows, sql } from "#kernel/db/sql.ts";
import type { Db } from "#kernel/db/database.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import type { QuestionDraft } from "#modules/academy/contract/question.ts";
import { draftOf, readQuestionRows } from "#modules/academy/quizzes/question-row.ts";
import { saveQuestions } from "#modules/academy/quizzes/save-questions.ts";

/** The bank of a course with keys, by slug, as authors gave it; archived questions are left out. */
export async function readQuestions(db: Db, courseId: string): Promise<(QuestionDraft & { id: string })[]> {
  const found = await readQuestionRows(
    db,
    sql`WHERE q.course_id = ${courseId} AND q.archived_at IS NULL ORDER BY q.slug`,
  );
  return found.map((row) => ({ id: row.id, ...draftOf(row) }));
}

/**
 * Copies the bank of a course into another one, and gives the new id of each question by its old one: quizzes that were
 * copied have to name the new ones.
 */
export async function copyQuestions(
  ctx: AcademyContext,
  { fromCourseId, toCourseId }: { fromCourseId: string; toCourseId: string },
): Promise<Map<string, string>> {
  const questions = await readQuestions(ctx.tx, fromCourseId);
  const ids = await saveQuestions(
    ctx,
    toCourseId,
    questions.map(({ id: _, ...draft }) => draft),
  );
  return new Map(
    questions.flatMap(({ id, slug }) => (ids.has(slug) ? [[id, ids.get(slug) ?? ""] as const] : [])),
  );
}

/** Makes the quizzes of a draft name other questions: after a course was copied. Names without another are dropped. */
export async function renameQuestions(
  ctx: AcademyContext,
  curriculumId: string,
  names: ReadonlyMap<string, string>,
): Promise<void> {
  const pairs = JSON.stringify([...names].map(([from, to]) => ({ from, to })));
  await rows(
    ctx.tx,
    sql`UPDATE academy.quiz SET sections = (
          SELECT coalesce(jsonb_agg(jsonb_set(s.section, '{questionIds}', (
            SELECT coalesce(jsonb_agg(n."to" ORDER BY i.place), '[]'::jsonb)
            FROM jsonb_array_elements_text(s.section->'questionIds') WITH ORDINALITY AS i (id, place)
            JOIN jsonb_to_recordset(${pairs}::jsonb) AS n ("from" text, "to" text) ON n."from" = i.id
          )) ORDER BY s.place), '[]'::jsonb)
          FROM jsonb_array_elements(sections) WITH ORDINALITY AS s (section, place))
        WHERE curriculum_id = ${curriculumId}`,
  );
}
