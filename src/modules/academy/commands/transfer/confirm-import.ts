import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { ConfirmImport, ImportRef } from "#modules/academy/contract/imports.ts";
import { writeImportJob } from "#modules/academy/jobs/transfer/write-import.ts";
import { lockImport } from "#modules/academy/queries/transfer/import-rows.ts";

/**
 * Brings in what was found, in the background. Errors: `academy.import_unknown`, `academy.import_not_ready`,
 * `academy.course_taken`.
 */
export const confirmImport = defineCommand({
  name: "academy.confirm_import",
  title: "Bring a course in that was looked through",
  http: "POST /academy/imports/:importId/confirmation",
  access: "academy:write",
  confirm: true,
  input: ConfirmImport,
  output: ImportRef,
  load: lockImport,
  run: async ({ tx, input, enqueue }, row) => {
    if (row.status !== "ready")
      throw refuse("conflict", "academy.import_not_ready", "This import is not waiting for a yes.");
    const slug = input.slug ?? row.slug;
    const taken =
      row.course_id === null && (await firstRow(tx, sql`SELECT 1 FROM academy.course WHERE slug = ${slug}`));
    if (taken)
      throw refuse("conflict", "academy.course_taken", "Another course has this address. Choose another.", {
        issues: [{ path: "slug", message: "Another course has this address." }],
      });
    await tx.execute(
      sql`UPDATE academy.import SET status = 'writing', slug = ${slug}, files_done = 0 WHERE id = ${row.id}`,
    );
    await enqueue(writeImportJob, { importId: row.id }, { singletonKey: row.id });
    return { importId: row.id };
  },
});
