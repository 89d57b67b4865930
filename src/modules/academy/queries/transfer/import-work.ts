import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";

/** What the job of an import has to know; undefined when there is no such import. */
export const findImportWork = (db: Db, importId: string) =>
  firstRow<{ status: string; fileId: string }>(
    db,
    sql`SELECT status, file_id AS "fileId" FROM academy.import WHERE id = ${importId}`,
  );
