import type { SQL } from "drizzle-orm";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { factorOn } from "#modules/billing/revenue/fx.ts";

/**
 * What each customer pays a month at an instant, by currency: a select of account_id, currency, minor, fixed_on. The day
 * that fixes the rate is that of the customer's first revenue in the currency, so that exchange moves nothing later.
 */
const payingAt = (asOf: SQL): SQL => sql`
  SELECT account_id, currency, sum(mrr)::bigint AS minor, min(first_on) AS fixed_on FROM (
    SELECT DISTINCT ON (s.subscription_id) s.account_id, s.currency,
      CASE WHEN s.is_active THEN s.mrr_minor ELSE 0 END AS mrr
    FROM billing.subscription_state s WHERE s.from_at <= ${asOf}
    ORDER BY s.subscription_id, s.from_at DESC, s.seq DESC) latest
  JOIN (
    SELECT account_id, currency, (min(from_at) AT TIME ZONE 'UTC')::date AS first_on
    FROM billing.subscription_state WHERE is_active AND mrr_minor > 0 GROUP BY 1, 2) first USING (account_id, currency)
  GROUP BY 1, 2 HAVING sum(mrr) <> 0`;

/** The same with `worth`, what it is in the company's currency: null where no rate was recorded by the day. */
const worthAt = (asOf: Temporal.Instant, currency: string): SQL => sql`
  SELECT account_id, currency, minor,
    round(minor * ${factorOn(sql`p.currency`, currency, sql`p.fixed_on`)})::bigint AS worth
  FROM (${payingAt(sql`${asOf.toString()}::timestamptz`)}) p`;

/** What customers pay a month in one currency, and what that is in the company's; null where a rate is missing. */
export interface CurrencyRevenue {
  currency: string;
  customers: number;
  minor: number;
  worthMinor: number | null;
}

/** Recurring revenue at an instant by currency, the largest first. */
export const revenueByCurrency = (
  db: Db,
  asOf: Temporal.Instant,
  currency: string,
): Promise<CurrencyRevenue[]> =>
  rows<CurrencyRevenue>(
    db,
    sql`SELECT currency, count(*)::int AS customers, sum(minor)::bigint AS minor,
          CASE WHEN count(worth) = count(*) THEN sum(worth)::bigint END AS "worthMinor"
        FROM (${worthAt(asOf, currency)}) w GROUP BY 1 ORDER BY 4 DESC NULLS LAST, 1`,
  );

/** What a customer pays a month in the company's currency. */
export interface Paying {
  accountId: string;
  minor: number;
}

/** Customers who pay at an instant, and the currencies whose rate is missing: those customers' sums lack them. */
export async function customersPaying(
  db: Db,
  asOf: Temporal.Instant,
  currency: string,
): Promise<{ customers: Paying[]; missing: string[] }> {
  const found = await rows<{ accountId: string; minor: number | null; missing: string[] | null }>(
    db,
    sql`SELECT account_id AS "accountId", sum(worth)::bigint AS minor,
          array_agg(DISTINCT currency::text) FILTER (WHERE worth IS NULL) AS missing
        FROM (${worthAt(asOf, currency)}) w GROUP BY 1`,
  );
  return {
    customers: found.map(({ accountId, minor }) => ({ accountId, minor: minor ?? 0 })),
    missing: [...new Set(found.flatMap((row) => row.missing ?? []))].toSorted(),
  };
}

/** Customers who pay at an instant as rows to open, the largest first. `worth` is in minor units of the company's currency. */
export const payingRows = (
  db: Db,
  asOf: Temporal.Instant,
  page: { currency: string; limit: number; offset: number },
): Promise<{ id: string; label: string; currency: string; minor: number }[]> =>
  rows(
    db,
    sql`SELECT w.account_id AS id, coalesce(a.name, 'A customer') AS label, w.currency, w.minor
        FROM (${worthAt(asOf, page.currency)}) w LEFT JOIN people.account_name a ON a.id = w.account_id
        ORDER BY w.worth DESC NULLS LAST, w.account_id, w.currency LIMIT ${page.limit} OFFSET ${page.offset}`,
  );
