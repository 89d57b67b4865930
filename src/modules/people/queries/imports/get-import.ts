import { defineQuery } from "#kernel/operation/operation.ts";
import { ImportState, OneImport } from "#modules/people/contract/imports.ts";
import { readImport } from "#modules/people/queries/imports/import-rows.ts";

/** An import and how far it is. Errors: `people.import_unknown`. */
export const getImport = defineQuery({
  name: "people.get_import",
  title: "Read an import of customers",
  http: "GET /customers/imports/:importId",
  access: "people:edit",
  input: OneImport,
  output: ImportState,
  run: ({ db, input }) => readImport(db, input.importId),
});
