import type { z } from "zod";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ImportDetail, ImportRef } from "#modules/academy/contract/imports.ts";
import { readImport } from "#modules/academy/queries/transfer/import-rows.ts";

/** An import, how far it is, what was found and what cannot be taken. Errors: `academy.import_unknown`. */
export const getImport = defineQuery({
  name: "academy.get_import",
  title: "Read an import of a course",
  http: "GET /academy/imports/:importId",
  access: "academy:write",
  input: ImportRef,
  output: ImportDetail,
  run: ({ db, input }) => readImport<z.output<typeof ImportDetail>>(db, input.importId),
});
