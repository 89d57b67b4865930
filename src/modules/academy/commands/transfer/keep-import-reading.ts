import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { ImportRef, KeepImportReading } from "#modules/academy/contract/imports.ts";
import { lockImport } from "#modules/academy/queries/transfer/import-rows.ts";

/** Notes what was found in an uploaded course. The house itself alone; what is not being read any more stays as it is. */
export const keepImportReading = defineCommand({
  name: "academy.keep_import_reading",
  title: "Note what an uploaded course holds",
  http: "PUT /academy/imports/:importId/reading",
  access: "academy:write",
  input: KeepImportReading,
  output: ImportRef,
  load: lockImport,
  allow: (actor) => actor.kind === "system",
  run: async ({ tx, input }, row) => {
    if (row.status === "reading")
      await tx.execute(
        sql`UPDATE academy.import SET status = 'ready', format = ${input.format}, title = ${input.title},
              slug = ${input.slug}, found = ${JSON.stringify(input.found)}::jsonb,
              losses = ${JSON.stringify(input.losses)}::jsonb, files_total = ${input.found.files} WHERE id = ${row.id}`,
      );
    return { importId: row.id };
  },
});
