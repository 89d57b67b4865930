import { z } from "zod";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ownPersonId } from "#modules/platform/own-person.ts";

/** How many of the caller's notices are unread; 99 stands for 99 or more. */
export const countUnread = defineQuery({
  name: "platform.count_unread",
  title: "Count your unread notices",
  http: "GET /notifications/unread",
  access: "signed_in",
  input: z.object({}),
  output: z.object({ unread: z.number() }),
  run: async ({ db, actor }) => {
    const row = await firstRow<{ unread: number }>(
      db,
      sql`SELECT count(*) AS unread FROM (SELECT FROM platform.notification
          WHERE person_id = ${ownPersonId(actor)} AND read_at IS NULL LIMIT 99) AS n`,
    );
    return { unread: row?.unread ?? 0 };
  },
});
