import { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { MySessionCalendar } from "#modules/academy/contract/sessions.ts";

/** Whether one has a calendar address for one's live sessions, and since when. The secret itself is not known any more. */
export const findMySessionCalendar = defineQuery({
  name: "academy.find_my_session_calendar",
  title: "Say whether I have a calendar address",
  http: "GET /academy/my/session-calendar",
  access: "customer",
  input: z.object({}),
  output: MySessionCalendar,
  run: async ({ db, actor }) => {
    const feed = await firstRow<{ createdAt: string }>(
      db,
      sql`SELECT to_jsonb(created_at) AS "createdAt" FROM academy.calendar_feed
          WHERE person_id = ${actorPersonId(actor)} AND revoked_at IS NULL`,
    );
    return { createdAt: feed?.createdAt ?? null };
  },
});
