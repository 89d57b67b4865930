import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { ImportState } from "#modules/people/contract/imports.ts";
import { isoInstant, isoInstantOrNull } from "#modules/people/queries/iso-instant.ts";

type State = z.output<typeof ImportState>;

/** Columns of `people.import i` as the contract names them. */
export const IMPORT_COLUMNS = sql`i.id AS "importId", i.file_name AS "fileName", i.status, i.rows, i.position, i.opened,
  i.changed, i.unchanged, i.error_count AS "errorCount", i.errors, i.ignored, i.defaults, i.created_at AS "createdAt",
  i.finished_at AS "finishedAt"`;

/** Instants as every answer has them. */
export const toImport = (row: State): State => ({
  ...row,
  createdAt: isoInstant(row.createdAt),
  finishedAt: isoInstantOrNull(row.finishedAt),
});

export const importUnknown = () =>
  refuse("not_found", "people.import_unknown", "There is no import of this id.");

/** Reads an import. Errors: `people.import_unknown`. */
export async function readImport(db: Db, importId: string): Promise<State> {
  const row = await firstRow<State>(
    db,
    sql`SELECT ${IMPORT_COLUMNS} FROM people.import i WHERE i.id = ${importId}`,
  );
  if (!row) throw importUnknown();
  return toImport(row);
}
