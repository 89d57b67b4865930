import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { ImportRef } from "#modules/academy/contract/imports.ts";
import { lockImport } from "#modules/academy/queries/transfer/import-rows.ts";

/** Ends an import before anything came in. Errors: `academy.import_unknown`, `academy.import_over`. */
export const cancelImport = defineCommand({
  name: "academy.cancel_import",
  title: "Cancel an import of a course",
  http: "POST /academy/imports/:importId/cancellation",
  access: "academy:write",
  input: ImportRef,
  output: ImportRef,
  load: lockImport,
  run: async ({ tx, now }, row) => {
    if (!["reading", "ready", "writing"].includes(row.status))
      throw refuse("conflict", "academy.import_over", "This import is over already.");
    await tx.execute(
      sql`UPDATE academy.import SET status = 'cancelled', finished_at = ${now.toString()} WHERE id = ${row.id}`,
    );
    return { importId: row.id };
  },
});
