import type { SQL } from "drizzle-orm";
import type { Db } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { type Check, compare, findFaults } from "#modules/billing/ledger/compare.ts";
import { movementRows } from "#modules/billing/revenue/derive-movements.ts";

/** Days that are looked at one by one; before them, the ends of months. */
const RECENT_DAYS = 35;

/** Ends of days, as instants, on which the history is added up by itself: recent days and all months since the first. */
const momentsOf = (now: Temporal.Instant, zone: string): SQL => sql`
  SELECT "on"::date AS "on", ("on"::date + 1)::timestamp AT TIME ZONE ${zone} AS at FROM (
    SELECT generate_series((${now.toString()}::timestamptz AT TIME ZONE ${zone})::date - ${RECENT_DAYS}::int,
      (${now.toString()}::timestamptz AT TIME ZONE ${zone})::date, interval '1 day') AS "on"
    UNION SELECT generate_series(date_trunc('month', min(from_at) AT TIME ZONE ${zone}), now_at, interval '1 month') - interval '1 day'
      FROM billing.subscription_state, (SELECT ${now.toString()}::timestamptz AT TIME ZONE ${zone} AS now_at) n GROUP BY now_at) d`;

/** What each subscription brought from when until when, read off its states without any movement. */
const SPANS = sql`
  SELECT account_id, currency, CASE WHEN is_active THEN mrr_minor ELSE 0 END AS minor, from_at,
    coalesce(lead(from_at) OVER (PARTITION BY subscription_id ORDER BY from_at, seq), 'infinity') AS until_at
  FROM billing.subscription_state`;

/** Recurring revenue on those days, added up from the subscriptions as they stood. */
const standing = (moments: SQL): SQL => sql`
  SELECT d."on"::text AS what, s.currency, sum(s.minor)::bigint AS minor
  FROM (${moments}) d JOIN (${SPANS}) s ON s.from_at < d.at AND s.until_at >= d.at
  WHERE s.minor <> 0 GROUP BY 1, 2`;

/** Movements of each local day. */
const byDay = (zone: string): SQL => sql`
  SELECT (at AT TIME ZONE ${zone})::date AS day, currency, sum(amount_minor) AS minor, sum(customers) AS customers
  FROM billing.mrr_movement GROUP BY 1, 2`;

/** The same as the sum of all movements until then. */
const moved = (moments: SQL, zone: string): SQL => sql`
  SELECT d."on"::text AS what, m.currency, sum(m.minor)::bigint AS minor
  FROM (${moments}) d JOIN (${byDay(zone)}) m ON m.day <= d."on" GROUP BY 1, 2 HAVING sum(m.minor) <> 0`;

const derivedAgain = (db: Db) =>
  findFaults(db, {
    key: "movements",
    title: "Movements are what the history of subscriptions says",
    among: sql`billing.mrr_movement`,
    faults: sql`WITH derived AS MATERIALIZED (${movementRows(sql`true`)})
      SELECT DISTINCT account_id::text AS fault FROM (
        (TABLE billing.mrr_movement EXCEPT ALL TABLE derived)
        UNION ALL (TABLE derived EXCEPT ALL TABLE billing.mrr_movement)) d`,
  });

const chained = (db: Db) =>
  findFaults(db, {
    key: "chain",
    title: "Each movement starts where the one before ended",
    among: sql`billing.mrr_movement`,
    faults: sql`SELECT account_id || ' ' || at AS fault FROM (
        SELECT account_id, at, before_minor,
          coalesce(lag(after_minor) OVER (PARTITION BY account_id, currency ORDER BY at), 0) AS ended
        FROM billing.mrr_movement) m WHERE before_minor <> ended`,
  });

const named = (db: Db) =>
  findFaults(db, {
    key: "causes",
    title: "Each movement names what caused it",
    among: sql`billing.mrr_movement`,
    faults: sql`SELECT account_id || ' ' || at AS fault FROM billing.mrr_movement m WHERE NOT EXISTS (
        SELECT FROM billing.subscription_state s WHERE s.subscription_id = m.subscription_id AND s.from_at = m.at
          AND s.account_id = m.account_id AND s.cause = m.cause)`,
  });

const customers = (moments: SQL, zone: string) => ({
  key: "customers",
  title: "Customers who came less those who left are those who pay, on every day looked at",
  ledger: sql`SELECT d."on"::text AS what, '-' AS currency, sum(m.customers)::bigint AS minor
    FROM (${moments}) d JOIN (${byDay(zone)}) m ON m.day <= d."on" GROUP BY 1 HAVING sum(m.customers) <> 0`,
  records: sql`SELECT d."on"::text AS what, '-' AS currency, count(DISTINCT s.account_id)::bigint AS minor
    FROM (${moments}) d JOIN (${SPANS}) s ON s.from_at < d.at AND s.until_at >= d.at WHERE s.minor <> 0 GROUP BY 1`,
});

/**
 * Holds recurring revenue against the history it is derived from: movements derived again, chains without a break, causes,
 * and start + movements = end in each currency on every recent day and month end, where the end is added up from the
 * subscriptions alone. All of one instant; days are those of `zone`.
 */
export function verifyMetrics(
  db: Db,
  { now, zone }: { now: Temporal.Instant; zone: string },
): Promise<{ ok: boolean; checks: Check[] }> {
  const moments = momentsOf(now, zone);
  return db.transaction(
    async (tx) => {
      const checks = [
        await derivedAgain(tx),
        await chained(tx),
        await named(tx),
        await compare(tx, {
          key: "identity",
          title: "Start and movements come to the end, in each currency on every day looked at",
          ledger: moved(moments, zone),
          records: standing(moments),
        }),
        await compare(tx, customers(moments, zone)),
      ];
      return { ok: checks.every(({ ok }) => ok), checks };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}
