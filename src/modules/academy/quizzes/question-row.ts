import type { SQL } from "drizzle-orm";
import type { RichText } from "#kernel/browser/rich-text.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { QuestionBody, QuestionDraft, QuestionKind } from "#modules/academy/contract/question.ts";

/** A question with its current version, key and all. Instants as ISO 8601 text. */
export interface QuestionRow {
  id: string;
  courseId: string;
  slug: string;
  tags: string[];
  archivedAt: string | null;
  versionId: string;
  version: number;
  kind: QuestionKind;
  points: number;
  prompt: RichText;
  body: QuestionBody;
  explanation: RichText | null;
  words: string;
  changedAt: string;
}

/** Questions as a condition on `q` (question) and `v` (its current version) picks them; order and limit too. */
export const readQuestionRows = (db: Db, condition: SQL): Promise<QuestionRow[]> =>
  rows<QuestionRow>(
    db,
    sql`SELECT q.id, q.course_id AS "courseId", q.slug, q.tags, to_jsonb(q.archived_at) AS "archivedAt",
          v.id AS "versionId", v.number AS version, v.kind, v.points, v.prompt, v.body, v.explanation, v.words,
          to_jsonb(v.created_at) AS "changedAt"
        FROM academy.question q JOIN academy.question_version v ON v.id = q.version_id ${condition}`,
  );

const questionUnknown = () => refuse("not_found", "academy.question_unknown", "There is no such question.");

/** Reads a question. Errors: `academy.question_unknown`. */
export async function getQuestionRow(db: Db, questionId: string): Promise<QuestionRow> {
  const [question] = await readQuestionRows(db, sql`WHERE q.id = ${questionId}`);
  if (!question) throw questionUnknown();
  return question;
}

/** Locks a question against another change of it. Errors: `academy.question_unknown`. */
export async function lockQuestion(db: Db, questionId: string): Promise<QuestionRow> {
  const locked = await firstRow(
    db,
    sql`SELECT 1 FROM academy.question WHERE id = ${questionId} FOR NO KEY UPDATE`,
  );
  if (!locked) throw questionUnknown();
  return getQuestionRow(db, questionId);
}

/** A question as its author gave it. */
export const draftOf = (row: QuestionRow): QuestionDraft => ({
  slug: row.slug,
  prompt: row.prompt,
  body: row.body,
  explanation: row.explanation,
  points: row.points,
  tags: row.tags,
});
