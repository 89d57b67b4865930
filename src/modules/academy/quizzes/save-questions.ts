import { actorPersonId } from "#kernel/actor.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import type { QuestionDraft } from "#modules/academy/contract/question.ts";
import { answerLists } from "#modules/academy/rules/quizzes/answer-lists.ts";
import { plainWords } from "#modules/academy/rules/quizzes/plain-words.ts";
import { questionFaults } from "#modules/academy/rules/quizzes/question-faults.ts";

interface Known {
  slug: string;
  id: string | null;
  number: number | null;
  same: boolean;
}

/** Refuses questions that could not be asked or marked. Errors: `academy.question_faulty` with where and what. */
export function demandSound(questions: readonly QuestionDraft[]): void {
  const issues = questions.flatMap(({ slug, body }, at) =>
    questionFaults(body).map(({ path, message }) => ({
      path: questions.length > 1 ? `questions.${at}.body.${path}` : `body.${path}`,
      message: questions.length > 1 ? `${slug}: ${message}` : message,
    })),
  );
  if (issues.length > 0)
    throw refuse(
      "invalid",
      "academy.question_faulty",
      issues.length === 1
        ? (issues[0]?.message ?? "")
        : "Some questions cannot be asked as they are. See which, and why.",
      { issues },
    );
}

/** What of each question is there, and whether it says the same. */
const findKnown = (
  ctx: AcademyContext,
  courseId: string,
  drafts: readonly QuestionDraft[],
): Promise<Known[]> =>
  rows<Known>(
    ctx.tx,
    sql`SELECT d.slug, q.id, max(n.number)::int AS number,
          coalesce(bool_and(v.points = d.points AND v.prompt = d.prompt AND v.body = d.body
            AND v.explanation IS NOT DISTINCT FROM nullif(d.explanation, 'null'::jsonb)), false) AS same
        FROM jsonb_to_recordset(${JSON.stringify(drafts)}::jsonb)
          AS d (slug text, prompt jsonb, body jsonb, explanation jsonb, points int)
        LEFT JOIN academy.question q ON q.course_id = ${courseId} AND q.slug = d.slug
        LEFT JOIN academy.question_version v ON v.id = q.version_id
        LEFT JOIN academy.question_version n ON n.question_id = q.id
        GROUP BY d.slug, q.id`,
  );

/** Writes questions and versions; the references between them are checked when the transaction ends. */
async function write(
  ctx: AcademyContext,
  courseId: string,
  made: readonly ReturnType<typeof rowOf>[],
): Promise<void> {
  const by = actorPersonId(ctx.actor);
  await ctx.tx.execute(
    sql`INSERT INTO academy.question_version (id, question_id, number, kind, points, prompt, body, explanation, lists, words,
          created_at, created_by)
        SELECT r."versionId", r.id, r.number, r.body->>'kind', r.points, r.prompt, r.body,
          nullif(r.explanation, 'null'::jsonb), array(SELECT jsonb_array_elements_text(r.lists)::int), r.words,
          ${ctx.now.toString()}::timestamptz, ${by}::uuid
        FROM jsonb_to_recordset(${JSON.stringify(made)}::jsonb) AS r ("versionId" uuid, id uuid, number int, points int,
          prompt jsonb, body jsonb, explanation jsonb, lists jsonb, words text)`,
  );
  await ctx.tx.execute(
    sql`INSERT INTO academy.question (id, course_id, slug, tags, version_id, created_at, created_by)
        SELECT r.id, ${courseId}::uuid, r.slug, '{}', r."versionId", ${ctx.now.toString()}::timestamptz, ${by}::uuid
        FROM jsonb_to_recordset(${JSON.stringify(made)}::jsonb) AS r ("versionId" uuid, id uuid, slug text)
        ON CONFLICT (course_id, slug) DO UPDATE SET version_id = excluded.version_id`,
  );
}

const rowOf = (draft: QuestionDraft, known: Known | undefined) => ({
  slug: draft.slug,
  prompt: draft.prompt,
  body: draft.body,
  explanation: draft.explanation,
  points: draft.points,
  id: known?.id ?? newId(),
  versionId: newId(),
  number: (known?.number ?? 0) + 1,
  lists: answerLists(draft.body).map(({ length }) => length),
  words: plainWords(draft.prompt),
});

/**
 * Writes questions into a course's bank, by their slugs: new ones are added, known ones get a new version where they say
 * something else, archived ones come back. The course is locked by the caller. Gives their ids by slug. Errors:
 * `academy.question_faulty`, `academy.question_repeated`.
 */
export async function saveQuestions(
  ctx: AcademyContext,
  courseId: string,
  drafts: readonly QuestionDraft[],
): Promise<Map<string, string>> {
  if (drafts.length === 0) return new Map();
  if (new Set(drafts.map(({ slug }) => slug)).size !== drafts.length)
    throw refuse(
      "invalid",
      "academy.question_repeated",
      "Two questions have the same name. Give each its own.",
    );
  demandSound(drafts);
  const known = new Map((await findKnown(ctx, courseId, drafts)).map((one) => [one.slug, one]));
  const changed = drafts.filter(({ slug }) => !known.get(slug)?.same);
  const made = changed.map((draft) => rowOf(draft, known.get(draft.slug)));
  if (made.length > 0) await write(ctx, courseId, made);
  const saved = await rows<{ slug: string; id: string }>(
    ctx.tx,
    sql`UPDATE academy.question q SET tags = array(SELECT jsonb_array_elements_text(d.tags)), archived_at = NULL
        FROM jsonb_to_recordset(${JSON.stringify(drafts)}::jsonb) AS d (slug text, tags jsonb)
        WHERE q.course_id = ${courseId} AND q.slug = d.slug RETURNING q.slug, q.id`,
  );
  return new Map(saved.map(({ slug, id }) => [slug, id]));
}
