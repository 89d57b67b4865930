import { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { Notification, Paging, pageOf } from "#modules/platform/contract.ts";
import { ownPersonId } from "#modules/platform/own-person.ts";
import { isoInstant, toPage } from "#modules/platform/paging.ts";

interface NotificationRow {
  id: string;
  kind: string;
  title: string;
  body: string;
  href: string;
  created_at: string;
  read_at: string | null;
}

/** The caller's own notices, newest first. */
export const listNotifications = defineQuery({
  name: "platform.list_notifications",
  title: "List your notices",
  http: "GET /notifications",
  access: "signed_in",
  input: Paging.extend({ unreadOnly: z.boolean().default(false) }),
  output: pageOf(Notification),
  run: async ({ db, actor, input: { limit, cursor, unreadOnly } }) => {
    const found = await rows<NotificationRow>(
      db,
      sql`SELECT id, kind, title, body, href, created_at, read_at FROM platform.notification
          WHERE person_id = ${ownPersonId(actor)} AND ${unreadOnly ? sql`read_at IS NULL` : sql`true`}
            AND ${cursor ? sql`id < ${cursor}` : sql`true`}
          ORDER BY id DESC LIMIT ${limit + 1}`,
    );
    const page = toPage(found, limit, ({ id }) => id);
    const items = page.items.map(({ id, created_at, read_at, ...text }) => ({
      notificationId: id,
      ...text,
      createdAt: isoInstant(created_at),
      readAt: read_at && isoInstant(read_at),
    }));
    return { items, nextCursor: page.nextCursor };
  },
});
