import type { Db, Tx } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";

/** A version of what a course teaches. */
export interface CurriculumRow {
  id: string;
  course_id: string;
  number: number;
  status: "draft" | "published" | "retired";
}

const COLUMNS = sql`id, course_id, number, status`;

/** The version in force; undefined before the first is published. */
export const findInForce = (db: Db, courseId: string): Promise<CurriculumRow | undefined> =>
  firstRow<CurriculumRow>(
    db,
    sql`SELECT ${COLUMNS} FROM academy.curriculum WHERE course_id = ${courseId} AND status = 'published'`,
  );

/** The version being written; undefined when nothing was changed since the last was published. */
export const findDraft = (db: Db, courseId: string): Promise<CurriculumRow | undefined> =>
  firstRow<CurriculumRow>(
    db,
    sql`SELECT ${COLUMNS} FROM academy.curriculum WHERE course_id = ${courseId} AND status = 'draft'`,
  );

async function makeDraft(tx: Tx, course: { id: string; now: Temporal.Instant }): Promise<CurriculumRow> {
  const row = await firstRow<CurriculumRow>(
    tx,
    sql`INSERT INTO academy.curriculum (id, course_id, number, status, created_at)
        SELECT ${newId()}, ${course.id}, coalesce(max(number), 0) + 1, 'draft', ${course.now.toString()}
        FROM academy.curriculum WHERE course_id = ${course.id} RETURNING ${COLUMNS}`,
  );
  if (!row) throw new Error("A draft was not made");
  return row;
}

/** New ids for rows that are copied, in their order. */
async function copiesOf(tx: Tx, table: "module" | "lesson" | "quiz" | "assignment", curriculumId: string) {
  const found = await rows<{ id: string }>(
    tx,
    sql`SELECT id FROM academy.${sql.identifier(table)} WHERE curriculum_id = ${curriculumId}`,
  );
  const from = found.map(({ id }) => id);
  return sql`unnest(${sql.param(from)}::uuid[], ${sql.param(from.map(() => newId()))}::uuid[]) AS copy(from_id, to_id)`;
}

/** Copies all of one version into another; keys stay, so that progress can be carried along. */
async function copyContent(tx: Tx, fromId: string, toId: string): Promise<void> {
  await tx.execute(
    sql`INSERT INTO academy.module (id, curriculum_id, key, title, summary, position)
        SELECT copy.to_id, ${toId}, m.key, m.title, m.summary, m.position
        FROM academy.module m JOIN ${await copiesOf(tx, "module", fromId)} ON copy.from_id = m.id`,
  );
  await tx.execute(
    sql`INSERT INTO academy.lesson (id, curriculum_id, module_id, key, slug, title, summary, position, minutes,
          is_preview, completion, opening, blocks, revision, updated_at, updated_by)
        SELECT copy.to_id, ${toId}, copied.id, l.key, l.slug, l.title, l.summary, l.position, l.minutes, l.is_preview,
          l.completion, l.opening, l.blocks, l.revision, l.updated_at, l.updated_by
        FROM academy.lesson l JOIN ${await copiesOf(tx, "lesson", fromId)} ON copy.from_id = l.id
          JOIN academy.module m ON m.id = l.module_id
          JOIN academy.module copied ON copied.curriculum_id = ${toId} AND copied.key = m.key`,
  );
  await tx.execute(
    sql`INSERT INTO academy.quiz (id, curriculum_id, key, slug, title, intro, settings, sections, revision)
        SELECT copy.to_id, ${toId}, q.key, q.slug, q.title, q.intro, q.settings, q.sections, q.revision
        FROM academy.quiz q JOIN ${await copiesOf(tx, "quiz", fromId)} ON copy.from_id = q.id`,
  );
  await tx.execute(
    sql`INSERT INTO academy.assignment (id, curriculum_id, key, slug, title, brief, settings, rubric, revision)
        SELECT copy.to_id, ${toId}, a.key, a.slug, a.title, a.brief, a.settings, a.rubric, a.revision
        FROM academy.assignment a JOIN ${await copiesOf(tx, "assignment", fromId)} ON copy.from_id = a.id`,
  );
}

/** The draft of a course that is locked: the one there is, or a new one that begins as what is in force. */
export async function openDraft(
  tx: Tx,
  { courseId, now }: { courseId: string; now: Temporal.Instant },
): Promise<CurriculumRow> {
  const draft = await findDraft(tx, courseId);
  if (draft) return draft;
  const inForce = await findInForce(tx, courseId);
  const made = await makeDraft(tx, { id: courseId, now });
  if (inForce) await copyContent(tx, inForce.id, made.id);
  return made;
}
