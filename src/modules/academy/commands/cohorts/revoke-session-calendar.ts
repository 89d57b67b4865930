import { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { RevokedSessionCalendar } from "#modules/academy/contract/sessions.ts";

/** Ends the secret address of one's live sessions. */
export const revokeSessionCalendar = defineCommand({
  name: "academy.revoke_session_calendar",
  title: "End the calendar address of one's live sessions",
  http: "DELETE /academy/my/session-calendar",
  access: "customer",
  input: z.object({}),
  output: RevokedSessionCalendar,
  run: async ({ tx, now, actor }) => {
    const ended = await firstRow(
      tx,
      sql`UPDATE academy.calendar_feed SET revoked_at = ${now.toString()}
          WHERE person_id = ${actorPersonId(actor)} AND revoked_at IS NULL RETURNING id`,
    );
    return { revoked: ended !== undefined };
  },
});
