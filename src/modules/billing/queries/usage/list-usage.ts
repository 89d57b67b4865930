import { type SQL } from "drizzle-orm";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ListUsage, UsagePage } from "#modules/billing/contract/usage.ts";
import { pageOf, readCursor } from "#modules/billing/queries/paging.ts";
import { meterTitle } from "#modules/billing/rules/usage/meter-title.ts";

interface Row {
  accountId: string;
  accountName: string;
  meter: string;
  used: number;
  limit: number | null;
  share: number | null;
  sorted: string;
  periodStartsOn: string;
  periodEndsOn: string;
  lateEvents: number;
  duplicates: number;
}

/** Counters of the periods under way, with what is granted now. A whole quota and more than nothing of none sort first. */
const CURRENT = (now: string): SQL => sql`
  SELECT t.account_id AS "accountId", a.name AS "accountName", t.meter, t.used, l."limit",
    CASE WHEN l."limit" > 0 THEN round(t.used::numeric / l."limit", 4)
         WHEN l."limit" = 0 AND t.used > 0 THEN 1 END AS share,
    t.period_starts_on AS "periodStartsOn", t.period_ends_on AS "periodEndsOn", t.late_events AS "lateEvents", t.duplicates
  FROM billing.usage_total t
  JOIN people.account_name a ON a.id = t.account_id
  CROSS JOIN LATERAL (
    SELECT CASE WHEN bool_or(g.quantity IS NULL) THEN NULL ELSE coalesce(sum(g.quantity), 0)::bigint END AS "limit"
    FROM billing.entitlement_grant g
    WHERE g.account_id = t.account_id AND g.meter = t.meter AND g.from_at <= ${now}
      AND (g.until_at IS NULL OR g.until_at > ${now})) l
  WHERE t.period_starts_on <= (${now}::timestamptz AT TIME ZONE t.zone)::date
    AND t.period_ends_on > (${now}::timestamptz AT TIME ZONE t.zone)::date`;

const STANDING = { near: sql`AND share >= 0.8 AND share <= 1`, over: sql`AND share > 1` };

/** Who uses how much now; the nearest to a limit first. */
export const listUsage = defineQuery({
  name: "billing.list_usage",
  title: "List accounts by how much of their quotas they used",
  http: "GET /billing/usage",
  access: "billing:read",
  input: ListUsage,
  output: UsagePage,
  run: async ({ db, now, input }) => {
    const after = readCursor(input.cursor, 3);
    const found = rows<Row>(
      db,
      sql`SELECT *, coalesce(share, -1)::text AS sorted FROM (${CURRENT(now.toString())}) c
          WHERE true ${input.standing ? STANDING[input.standing] : sql``}
            ${input.meter ? sql`AND meter = ${input.meter}` : sql``}
            ${input.text ? sql`AND position(lower(${input.text}) in lower("accountName")) > 0` : sql``}
            ${after ? sql`AND (-coalesce(share, -1), "accountId", meter) > (-${after[0]}::numeric, ${after[1]}::uuid, ${after[2]})` : sql``}
          ORDER BY -coalesce(share, -1), "accountId", meter LIMIT ${input.limit + 1}`,
    );
    const { items, nextCursor } = await pageOf(found, input.limit, (row) => [
      row.sorted,
      row.accountId,
      row.meter,
    ]);
    return {
      items: items.map(({ sorted: _, share, ...row }) => ({
        ...row,
        share: share === null ? null : Number(share),
        title: meterTitle(row.meter),
      })),
      nextCursor,
    };
  },
});
