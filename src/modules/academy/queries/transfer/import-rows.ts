import type { z } from "zod";
import type { Db, Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { ImportState } from "#modules/academy/contract/imports.ts";

/** An import as its commands look at it. */
export interface ImportRow {
  id: string;
  file_id: string;
  file_name: string;
  status: z.output<typeof ImportState>["status"];
  slug: string;
  course_id: string | null;
}

const importUnknown = () => refuse("not_found", "academy.import_unknown", "There is no import of this id.");

/** Locks an import against whoever else would go on with it. Errors: `academy.import_unknown`. */
export async function lockImport(tx: Tx, { importId }: { importId: string }): Promise<ImportRow> {
  const row = await firstRow<ImportRow>(
    tx,
    sql`SELECT id, file_id, file_name, status, slug, course_id FROM academy.import WHERE id = ${importId} FOR UPDATE`,
  );
  if (!row) throw importUnknown();
  return row;
}

/** Columns of `academy.import i LEFT JOIN academy.course c` as the contract names them. */
export const IMPORT_COLUMNS = sql`i.id AS "importId", i.file_name AS "fileName", i.status, i.format, i.title, i.slug,
  nullif(i.found, '{}'::jsonb) AS found, jsonb_array_length(i.losses) AS "lossCount", i.error, i.files_done AS "filesDone",
  i.files_total AS "filesTotal", i.course_id AS "courseId", c.title AS "courseTitle",
  to_char(i.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "createdAt",
  to_char(i.finished_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "finishedAt"`;

/** Reads an import with its whole report. Errors: `academy.import_unknown`. */
export async function readImport<T extends object>(db: Db, importId: string): Promise<T> {
  const row = await firstRow<T>(
    db,
    sql`SELECT ${IMPORT_COLUMNS}, i.losses FROM academy.import i LEFT JOIN academy.course c ON c.id = i.course_id
        WHERE i.id = ${importId}`,
  );
  if (!row) throw importUnknown();
  return row;
}
