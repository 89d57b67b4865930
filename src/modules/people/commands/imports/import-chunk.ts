import { z } from "zod";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { OneImport } from "#modules/people/contract/imports.ts";
import { readStoredFile } from "#modules/people/importing/read-file.ts";
import type { ImportDefaults } from "#modules/people/importing/open-rows.ts";
import { writeRows } from "#modules/people/importing/write-rows.ts";
import { importUnknown } from "#modules/people/queries/imports/import-rows.ts";

/** Rows in one transaction: short enough to hold nobody up, long enough that reading the file does not weigh. */
const ROWS_AT_ONCE = 500;

interface Running {
  fileId: string;
  position: number;
  defaults: ImportDefaults;
  status: string;
}

async function lockRunning(tx: Tx, { importId }: { importId: string }): Promise<Running> {
  const row = await firstRow<Running>(
    tx,
    sql`SELECT file_id AS "fileId", position, defaults, status FROM people.import WHERE id = ${importId} FOR UPDATE`,
  );
  if (!row) throw importUnknown();
  return row;
}

/** Brings in the next rows of a running import; says whether there are more. Errors: `people.import_unknown`. */
export const importChunk = defineCommand({
  name: "people.import_chunk",
  title: "Bring in the next rows of a running import",
  http: "POST /customers/imports/:importId/chunks",
  access: "people:edit",
  unaudited: true,
  input: OneImport,
  output: z.object({ isOver: z.boolean() }),
  load: lockRunning,
  run: async (context, { fileId, position, defaults, status }) => {
    const { tx, now, files, input } = context;
    if (status !== "running") return { isOver: true };
    const { rows } = await readStoredFile(tx, files, fileId);
    const next = rows.slice(position, position + ROWS_AT_ONCE);
    const written = await writeRows(context, next, defaults);
    const done = position + next.length;
    const isOver = done >= rows.length;
    await tx.execute(
      sql`UPDATE people.import
          SET position = ${done}, opened = opened + ${written.opened}, changed = changed + ${written.changed},
              unchanged = unchanged + ${written.unchanged}, status = ${isOver ? "done" : "running"},
              finished_at = ${isOver ? now.toString() : null}
          WHERE id = ${input.importId}`,
    );
    return { isOver };
  },
});
