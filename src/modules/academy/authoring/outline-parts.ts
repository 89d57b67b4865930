import type { Db, Tx } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";

/** A module as its commands look at it. */
export interface ModuleRow {
  id: string;
  key: string;
  title: string;
  summary: string;
  position: number;
}

/** Reads a module of a draft. Errors: `academy.module_unknown`. */
export async function getModuleRow(db: Db, curriculumId: string, moduleKey: string): Promise<ModuleRow> {
  const found = await firstRow<ModuleRow>(
    db,
    sql`SELECT id, key, title, summary, position FROM academy.module
        WHERE curriculum_id = ${curriculumId} AND key = ${moduleKey}`,
  );
  if (!found)
    throw refuse("not_found", "academy.module_unknown", "The draft of this course has no such module.");
  return found;
}

/** A lesson as commands move, copy and remove it. */
export interface LessonRow {
  id: string;
  key: string;
  module_id: string;
  module_key: string;
  slug: string;
  title: string;
  position: number;
  revision: number;
}

/** Reads a lesson of a draft. Errors: `academy.lesson_unknown`. */
export async function getLessonRow(db: Db, curriculumId: string, lessonKey: string): Promise<LessonRow> {
  const found = await firstRow<LessonRow>(
    db,
    sql`SELECT l.id, l.key, l.module_id, m.key AS module_key, l.slug, l.title, l.position, l.revision
        FROM academy.lesson l JOIN academy.module m ON m.id = l.module_id
        WHERE l.curriculum_id = ${curriculumId} AND l.key = ${lessonKey}`,
  );
  if (!found) throw refuse("not_found", "academy.lesson_unknown", "There is no such lesson in the draft.");
  return found;
}

const idsOf = async (tx: Tx, query: ReturnType<typeof sql>): Promise<string[]> =>
  (await rows<{ id: string }>(tx, query)).map(({ id }) => id);

/** The modules of a curriculum in their order. */
export const moduleIds = (tx: Tx, curriculumId: string): Promise<string[]> =>
  idsOf(tx, sql`SELECT id FROM academy.module WHERE curriculum_id = ${curriculumId} ORDER BY position`);

/** The lessons of a module in their order. */
export const lessonIds = (tx: Tx, moduleId: string): Promise<string[]> =>
  idsOf(tx, sql`SELECT id FROM academy.lesson WHERE module_id = ${moduleId} ORDER BY position`);

/** The ids with one put at a place counted from 1; past the end means the end. */
export function placed(ids: readonly string[], id: string, position: number): string[] {
  const others = ids.filter((other) => other !== id);
  return others.toSpliced(Math.min(position - 1, others.length), 0, id);
}

const numbered = (ids: readonly string[]) =>
  sql`unnest(${sql.param([...ids])}::uuid[]) WITH ORDINALITY AS placed(id, place)`;

/** Gives modules the places 1, 2, 3 in the order given. */
export const orderModules = (tx: Tx, ids: readonly string[]): Promise<unknown> =>
  tx.execute(
    sql`UPDATE academy.module m SET position = placed.place FROM ${numbered(ids)}
        WHERE m.id = placed.id AND m.position <> placed.place`,
  );

/** Gives the lessons of a module the places 1, 2, 3 in the order given, and brings in those of other modules. */
export const orderLessons = (tx: Tx, moduleId: string, ids: readonly string[]): Promise<unknown> =>
  tx.execute(
    sql`UPDATE academy.lesson l SET position = placed.place, module_id = ${moduleId} FROM ${numbered(ids)}
        WHERE l.id = placed.id AND (l.position <> placed.place OR l.module_id <> ${moduleId})`,
  );
