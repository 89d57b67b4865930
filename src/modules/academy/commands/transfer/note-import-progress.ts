import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { ImportRef, NoteImportProgress } from "#modules/academy/contract/imports.ts";
import { lockImport } from "#modules/academy/queries/transfer/import-rows.ts";

/** Notes how many files are in the store. The house itself alone. */
export const noteImportProgress = defineCommand({
  name: "academy.note_import_progress",
  title: "Note how far an import is",
  http: "PUT /academy/imports/:importId/progress",
  access: "academy:write",
  unaudited: true,
  input: NoteImportProgress,
  output: ImportRef,
  load: lockImport,
  allow: (actor) => actor.kind === "system",
  run: async ({ tx, input: { filesDone, filesTotal } }, row) => {
    await tx.execute(
      sql`UPDATE academy.import SET files_done = ${filesDone}, files_total = ${filesTotal} WHERE id = ${row.id}`,
    );
    return { importId: row.id };
  },
});
