import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";

/** Names the order of modules and lessons of a curriculum; another order, another name. */
export async function readOutlineVersion(db: Db, curriculumId: string): Promise<string> {
  const found = await firstRow<{ version: string }>(
    db,
    sql`SELECT md5(coalesce(string_agg(part, ',' ORDER BY m, l), '')) AS version FROM (
          SELECT m.position AS m, coalesce(l.position, 0) AS l, concat(m.key, ':', l.key) AS part
          FROM academy.module m LEFT JOIN academy.lesson l ON l.module_id = m.id
          WHERE m.curriculum_id = ${curriculumId}) AS parts`,
  );
  return found?.version ?? "";
}

/** Refuses a change that was thought of over another order. Errors: `academy.outline_changed`. */
export async function demandOutline(db: Db, curriculumId: string, seen: string | undefined): Promise<void> {
  if (seen === undefined || seen === (await readOutlineVersion(db, curriculumId))) return;
  throw refuse(
    "conflict",
    "academy.outline_changed",
    "Somebody changed the order since you opened this page. Look at it again and repeat your change.",
  );
}
