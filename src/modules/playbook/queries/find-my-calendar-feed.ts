import { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { MyCalendarFeed } from "#modules/playbook/contract/calendar.ts";
import { isoAt } from "#modules/playbook/queries/fragments.ts";

/** Whether the person has a calendar link, and since when. The secret itself is not known any more. */
export const findMyCalendarFeed = defineQuery({
  name: "playbook.find_my_calendar_feed",
  title: "Say whether I have a calendar link",
  http: "GET /playbook/calendar-feed",
  access: "playbook:read",
  input: z.object({}),
  output: MyCalendarFeed,
  run: async ({ db, actor }) => {
    const feed = await firstRow<{ feedId: string; createdAt: string }>(
      db,
      sql`SELECT id AS "feedId", ${isoAt(sql`created_at`)} AS "createdAt" FROM playbook.calendar_feed
          WHERE person_id = ${actorPersonId(actor)} AND revoked_at IS NULL`,
    );
    return { feed: feed ?? null };
  },
});
