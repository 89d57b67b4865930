import type { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ImportList, type ImportState, ListImports } from "#modules/academy/contract/imports.ts";
import { IMPORT_COLUMNS } from "#modules/academy/queries/transfer/import-rows.ts";

/** Imports of courses, the last first. */
export const listImports = defineQuery({
  name: "academy.list_imports",
  title: "List imports of courses",
  http: "GET /academy/imports",
  access: "academy:write",
  input: ListImports,
  output: ImportList,
  run: async ({ db, input: { limit, cursor } }) => {
    const after = cursor ? sql`AND i.id < ${cursor}` : sql``;
    const found = await rows<z.output<typeof ImportState>>(
      db,
      sql`SELECT ${IMPORT_COLUMNS} FROM academy.import i LEFT JOIN academy.course c ON c.id = i.course_id
          WHERE true ${after} ORDER BY i.id DESC LIMIT ${limit + 1}`,
    );
    const items = found.slice(0, limit);
    return { items, nextCursor: found.length > limit ? (items.at(-1)?.importId ?? null) : null };
  },
});
