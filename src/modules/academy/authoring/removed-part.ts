import { actorPersonId } from "#kernel/actor.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";

/** Rows of a draft as they stood, whole. */
interface KeptRow {
  id: string;
  key: string;
  position: number;
  [column: string]: unknown;
}

/** A lesson with the key of its module, or a module with its lessons. */
export interface KeptPart {
  module: KeptRow | null;
  moduleKey: string;
  lessons: KeptRow[];
}

/** Takes a lesson, or a module with its lessons, out of a draft and keeps it. The caller closes the gap in the order. */
export async function takeOut(
  { tx, now, actor }: Pick<AcademyContext, "tx" | "now" | "actor">,
  curriculumId: string,
  part: { moduleId: string; moduleKey: string; lessonId?: string },
): Promise<string> {
  const removalId = newId();
  const isLesson = part.lessonId !== undefined;
  const which = isLesson ? sql`l.id = ${part.lessonId}` : sql`l.module_id = ${part.moduleId}`;
  await tx.execute(
    sql`INSERT INTO academy.removed_part (id, curriculum_id, removed_at, removed_by, content)
        SELECT ${removalId}, ${curriculumId}, ${now.toString()}::timestamptz, ${actorPersonId(actor)}::uuid, jsonb_build_object(
          'moduleKey', ${part.moduleKey}::text,
          'module', (SELECT to_jsonb(m) FROM academy.module m WHERE m.id = ${isLesson ? null : part.moduleId}),
          'lessons', (SELECT coalesce(jsonb_agg(to_jsonb(l) ORDER BY l.position), '[]') FROM academy.lesson l WHERE ${which}))`,
  );
  await tx.execute(sql`DELETE FROM academy.lesson l WHERE ${which}`);
  if (!isLesson) await tx.execute(sql`DELETE FROM academy.module WHERE id = ${part.moduleId}`);
  return removalId;
}

/** Gives back what was taken out, once. Errors: `academy.removal_unknown`. */
export async function takeBack(tx: Tx, curriculumId: string, removalId: string): Promise<KeptPart> {
  const found = await firstRow<{ content: KeptPart }>(
    tx,
    sql`DELETE FROM academy.removed_part WHERE id = ${removalId} AND curriculum_id = ${curriculumId} RETURNING content`,
  );
  if (!found)
    throw refuse(
      "not_found",
      "academy.removal_unknown",
      "There is nothing to bring back. It may be back already.",
    );
  return found.content;
}

/** Writes kept lessons into a module of the draft again. */
export const putLessonsBack = (tx: Tx, moduleId: string, lessons: readonly KeptRow[]): Promise<unknown> =>
  tx.execute(
    sql`INSERT INTO academy.lesson SELECT * FROM jsonb_populate_recordset(NULL::academy.lesson,
          ${JSON.stringify(lessons.map((lesson) => ({ ...lesson, module_id: moduleId })))}::jsonb)`,
  );

/** Writes a kept module into the draft again. */
export const putModuleBack = (tx: Tx, module: KeptRow): Promise<unknown> =>
  tx.execute(
    sql`INSERT INTO academy.module
        SELECT * FROM jsonb_populate_record(NULL::academy.module, ${JSON.stringify(module)}::jsonb)`,
  );
