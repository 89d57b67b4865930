import type { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { CheckInPage, ListCheckIns } from "#modules/playbook/contract/work.ts";
import { isoAt, personRef } from "#modules/playbook/queries/fragments.ts";
import { readCursor, toPage } from "#modules/playbook/queries/paging.ts";

/** What people said of a work package, newest first. */
export const listCheckIns = defineQuery({
  name: "playbook.list_check_ins",
  title: "List what people said of a work package",
  http: "GET /playbook/work-packages/:workPackageId/check-ins",
  access: "playbook:read",
  input: ListCheckIns,
  output: CheckInPage,
  run: async ({ db, input }) => {
    const after = readCursor(input.cursor);
    const found = await rows<z.output<typeof CheckInPage>["checkIns"][number]>(
      db,
      sql`SELECT c.id, c.on_day AS "onDay", c.confidence, c.note, ${personRef(sql`c.author_id`)} AS author,
                 ${isoAt(sql`c.created_at`)} AS "createdAt"
          FROM playbook.check_in c WHERE c.node_id = ${input.workPackageId}
            ${after ? sql`AND (c.created_at, c.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``}
          ORDER BY c.created_at DESC, c.id DESC LIMIT ${input.limit + 1}`,
    );
    const { items, nextCursor } = toPage(found, input.limit, ({ createdAt, id }) => ({ key: createdAt, id }));
    return { checkIns: items, nextCursor };
  },
});
