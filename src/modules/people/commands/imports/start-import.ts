import type { z } from "zod";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { ImportStatus, OneImport } from "#modules/people/contract/imports.ts";
import { runImport } from "#modules/people/jobs/run-import.ts";
import { importUnknown } from "#modules/people/queries/imports/import-rows.ts";

/** Locks an import. Errors: `people.import_unknown`. */
export async function lockImport(tx: Tx, { importId }: { importId: string }) {
  const row = await firstRow<{ status: z.output<typeof ImportStatus> }>(
    tx,
    sql`SELECT status FROM people.import WHERE id = ${importId} FOR UPDATE`,
  );
  if (!row) throw importUnknown();
  return row;
}

/** Brings a checked file in, in the background; one that was cut off goes on. Errors: `people.import_unknown`, `people.import_over`. */
export const startImport = defineCommand({
  name: "people.start_import",
  title: "Bring a checked file of customers in",
  http: "POST /customers/imports/:importId/start",
  access: "people:edit",
  confirm: true,
  input: OneImport,
  output: OneImport.extend({ status: ImportStatus }),
  load: lockImport,
  run: async ({ tx, enqueue, input: { importId } }, { status }) => {
    if (status === "done" || status === "discarded")
      throw refuse(
        "conflict",
        "people.import_over",
        "This import is over. Upload the file again to repeat it.",
      );
    if (status === "checked")
      await tx.execute(
        sql`UPDATE people.import SET status = 'running', opened = 0, changed = 0, unchanged = 0 WHERE id = ${importId}`,
      );
    await enqueue(runImport, { importId }, { singletonKey: importId });
    return { importId, status: "running" as const };
  },
});
