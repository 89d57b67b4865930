import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { FailImport, ImportRef } from "#modules/academy/contract/imports.ts";
import { lockImport } from "#modules/academy/queries/transfer/import-rows.ts";

/** Ends an import that could not be read or written, with the reason. The house itself alone. */
export const failImport = defineCommand({
  name: "academy.fail_import",
  title: "Note why an uploaded course could not come in",
  http: "POST /academy/imports/:importId/failure",
  access: "academy:write",
  input: FailImport,
  output: ImportRef,
  load: lockImport,
  allow: (actor) => actor.kind === "system",
  run: async ({ tx, input: { code, message }, now }, row) => {
    if (row.status === "reading" || row.status === "writing")
      await tx.execute(
        sql`UPDATE academy.import SET status = 'failed', error = ${JSON.stringify({ code, message })}::jsonb,
              finished_at = ${now.toString()} WHERE id = ${row.id}`,
      );
    return { importId: row.id };
  },
});
