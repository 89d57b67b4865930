import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockImport } from "#modules/people/commands/imports/start-import.ts";
import { OneImport } from "#modules/people/contract/imports.ts";

/** Gives a checked file up; nothing of it is brought in. Errors: `people.import_unknown`, `people.import_over`. */
export const discardImport = defineCommand({
  name: "people.discard_import",
  title: "Give up an import of customers",
  http: "DELETE /customers/imports/:importId",
  access: "people:edit",
  input: OneImport,
  output: OneImport,
  load: lockImport,
  run: async ({ tx, now, input: { importId } }, { status }) => {
    if (status !== "checked")
      throw refuse("conflict", "people.import_over", "This import was started. What it brought in stays.");
    await tx.execute(
      sql`UPDATE people.import SET status = 'discarded', errors = '[]', finished_at = ${now.toString()}
          WHERE id = ${importId}`,
    );
    return { importId };
  },
});
