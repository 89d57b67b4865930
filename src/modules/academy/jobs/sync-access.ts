import { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineJob } from "#kernel/jobs/job.ts";
import { boughtSeats } from "#modules/billing/index.ts";
import { COURSE_KEYS } from "#modules/academy/learning/sync-access.ts";

/**
 * Finds accounts whose learners and seats differ, and brings each in line in a transaction of its own: access that ended
 * by its date, and courses that were bought before they were published. Safe to run twice.
 */
export const syncAllAccess = defineJob({
  name: "academy.sync_access",
  title: "Bring courses in line with what was bought",
  input: z.object({}),
  schedule: "17 * * * *",
  expireInSeconds: 3600,
  run: async ({ db, now, call, signal }) => {
    const bought = await boughtSeats(db, { prefix: COURSE_KEYS, at: now });
    const differing = await rows<{ account_id: string }>(
      db,
      sql`WITH seats AS (
            SELECT * FROM unnest(${sql.param(bought.map(({ accountId }) => accountId))}::uuid[],
              ${sql.param(bought.map(({ key }) => key))}::text[], ${sql.param(bought.map(({ seats }) => seats))}::int[])
              AS s (account_id, key, seats)),
          learners AS (
            SELECT e.account_id, c.entitlement AS key, count(*) FILTER (WHERE e.status = 'active') AS active,
              count(*) FILTER (WHERE e.status <> 'cancelled') AS seated, count(*) AS known
            FROM academy.enrollment e JOIN academy.course c ON c.id = e.course_id
            WHERE e.source_kind IN ('purchase', 'seat') AND c.entitlement IS NOT NULL
            GROUP BY e.account_id, c.entitlement)
          SELECT DISTINCT account_id FROM seats FULL JOIN learners USING (account_id, key)
            LEFT JOIN academy.course c ON c.entitlement = key
          WHERE coalesce(active, 0) > coalesce(seats, 0)
            OR coalesce(active, 0) < least(coalesce(seated, 0), coalesce(seats, 0))
            OR (seats > 0 AND known IS NULL AND c.status = 'published')`,
    );
    for (const { account_id: accountId } of differing) {
      if (signal.aborted) return;
      await call("academy.sync_account_access", { accountId, cause: "academy.sync_access" });
    }
  },
});
