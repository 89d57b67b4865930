import { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { RevokedCalendarFeed } from "#modules/playbook/contract/calendar.ts";

/** Ends the person's calendar link; who has it finds nothing any more. */
export const revokeCalendarFeed = defineCommand({
  name: "playbook.revoke_calendar_feed",
  title: "End one's calendar link",
  http: "DELETE /playbook/calendar-feed",
  access: "playbook:read",
  input: z.object({}),
  output: RevokedCalendarFeed,
  run: async ({ tx, now, actor }) => {
    const ended = await firstRow(
      tx,
      sql`UPDATE playbook.calendar_feed SET revoked_at = ${now.toString()}
          WHERE person_id = ${actorPersonId(actor)} AND revoked_at IS NULL RETURNING id`,
    );
    return { revoked: ended !== undefined };
  },
});
