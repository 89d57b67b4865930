import { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { ownPersonId } from "#modules/platform/own-person.ts";

/** Marks the caller's notices as read: those named, or all when none is. */
export const markRead = defineCommand({
  name: "platform.mark_read",
  title: "Mark notices as read",
  http: "POST /notifications/read",
  access: "signed_in",
  unaudited: true,
  input: z.object({ notificationIds: z.array(z.uuid()).max(500).optional() }),
  output: z.object({ marked: z.number() }),
  run: async ({ tx, actor, now, input: { notificationIds: ids } }) => {
    const marked = await rows(
      tx,
      sql`UPDATE platform.notification SET read_at = ${now.toString()}
          WHERE person_id = ${ownPersonId(actor)} AND read_at IS NULL
            AND ${ids ? sql`id = ANY(${sql.param(ids)}::uuid[])` : sql`true`}
          RETURNING id`,
    );
    return { marked: marked.length };
  },
});
