import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { AccountUsage } from "#modules/billing/contract/usage.ts";
import { meterTitle } from "#modules/billing/rules/usage/meter-title.ts";

type Past = z.output<typeof AccountUsage>["past"];

const AT_MOST = 120;

/** Counters of an account's periods that are over, latest first: ten years of a meter. */
export async function pastUsage(db: Db, accountId: string, at: Temporal.Instant): Promise<Past> {
  const found = await rows<Omit<Past[number], "title">>(
    db,
    sql`SELECT meter, period_starts_on AS "periodStartsOn", period_ends_on AS "periodEndsOn", used, events,
          late_events AS "lateEvents", duplicates, drawn AS "billedOverage"
        FROM billing.usage_total
        WHERE account_id = ${accountId} AND period_ends_on <= (${at.toString()}::timestamptz AT TIME ZONE zone)::date
        ORDER BY period_starts_on DESC, meter LIMIT ${AT_MOST}`,
  );
  return found.map((total) => ({ ...total, title: meterTitle(total.meter) }));
}
