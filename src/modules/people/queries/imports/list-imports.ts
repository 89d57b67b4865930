import { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ImportState } from "#modules/people/contract/imports.ts";
import { IMPORT_COLUMNS, toImport } from "#modules/people/queries/imports/import-rows.ts";

/** Imports of customers, the last first. */
export const listImports = defineQuery({
  name: "people.list_imports",
  title: "List imports of customers",
  http: "GET /customers/imports",
  access: "people:edit",
  input: z.object({ limit: z.number().int().min(1).max(100).default(20), cursor: z.uuid().optional() }),
  output: z.object({ items: z.array(ImportState), nextCursor: z.string().nullable() }),
  run: async ({ db, input: { limit, cursor } }) => {
    const found = await rows<z.output<typeof ImportState>>(
      db,
      sql`SELECT ${IMPORT_COLUMNS} FROM people.import i
          WHERE ${cursor ? sql`i.id < ${cursor}` : sql`true`} ORDER BY i.id DESC LIMIT ${limit + 1}`,
    );
    const page = found.slice(0, limit);
    return {
      items: page.map(toImport),
      nextCursor: found.length > limit ? (page.at(-1)?.importId ?? null) : null,
    };
  },
});
