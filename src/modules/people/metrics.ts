import { rows, sql } from "#kernel/db/sql.ts";
import { defineMetric, type MeasureOptions, type MetricRow } from "#kernel/metrics/registry.ts";
import type { Db } from "#kernel/db/database.ts";
import {
  AccountMerged,
  AccountMergeUndone,
  CustomerGained,
  CustomerLost,
} from "#modules/people/events/accounts.ts";
import { retention } from "#modules/people/rules/retention.ts";

const changedBy = [CustomerGained, CustomerLost, AccountMerged, AccountMergeUndone].map(({ name }) => name);

const customersAt = (at: Temporal.Instant) =>
  sql`SELECT DISTINCT account_id FROM people.standing
      WHERE from_at <= ${at.toString()} AND (until_at IS NULL OR until_at > ${at.toString()})`;

const startOf = ({ asOf, zone }: MeasureOptions): Temporal.Instant =>
  asOf.toZonedDateTimeISO(zone).subtract({ days: 30 }).toInstant();

type Paged = MeasureOptions & { limit: number; offset: number };

async function activeRows(db: Db, { asOf, limit, offset }: Paged): Promise<MetricRow[]> {
  const found = await rows<{ id: string; name: string; sources: string }>(
    db,
    sql`SELECT a.id, a.name, string_agg(DISTINCT s.source_kind, ', ' ORDER BY s.source_kind) AS sources
        FROM people.standing s JOIN people.account a ON a.id = s.account_id
        WHERE s.from_at <= ${asOf.toString()} AND (s.until_at IS NULL OR s.until_at > ${asOf.toString()})
        GROUP BY a.id, a.name ORDER BY lower(a.name), a.id LIMIT ${limit} OFFSET ${offset}`,
  );
  return found.map(({ id, name, sources }) => ({
    id,
    label: name,
    detail: sources,
    href: `/console/customers/${id}`,
  }));
}

/** Distinct accounts with something that makes them customers at the instant. */
export const customersActive = defineMetric({
  key: "people.customers_active",
  title: "Active customers",
  unit: "count",
  window: "instant",
  version: 1,
  changedBy,
  meaning:
    "Distinct accounts with an active subscription, or a paid, unrefunded order or enrolment, at the instant asked for.",
  measure: async (db, { asOf }) => {
    const found = await rows<{ n: number }>(
      db,
      sql`SELECT count(*)::int AS n FROM (${customersAt(asOf)}) AS active`,
    );
    return { value: found[0]?.n ?? 0 };
  },
  rows: activeRows,
});

async function retainedRows(db: Db, options: Paged): Promise<MetricRow[]> {
  const { asOf, limit, offset } = options;
  const found = await rows<{ id: string; name: string; stayed: boolean }>(
    db,
    sql`SELECT a.id, a.name, a.id IN (${customersAt(asOf)}) AS stayed
        FROM people.account a WHERE a.id IN (${customersAt(startOf(options))})
        ORDER BY 3, lower(a.name), a.id LIMIT ${limit} OFFSET ${offset}`,
  );
  return found.map(({ id, name, stayed }) => ({
    id,
    label: name,
    detail: stayed ? "Stayed" : "Left",
    href: `/console/customers/${id}`,
  }));
}

/** Of the customers of 30 days ago, how many in a hundred are customers now. */
export const customerRetentionRate = defineMetric({
  key: "people.customer_retention_rate",
  title: "Customer retention",
  unit: "percent",
  window: "trailing_30_days",
  version: 1,
  changedBy,
  meaning:
    "Of the accounts that were customers 30 days before the instant, the share that are customers at it. Not known below 20.",
  measure: async (db, options) => {
    const found = await rows<{ start: number; stayed: number }>(
      db,
      sql`WITH before AS (${customersAt(startOf(options))}), now AS (${customersAt(options.asOf)})
          SELECT (SELECT count(*)::int FROM before) AS start,
                 (SELECT count(*)::int FROM before JOIN now USING (account_id)) AS stayed`,
    );
    return retention(found[0] ?? { start: 0, stayed: 0 });
  },
  rows: retainedRows,
});
