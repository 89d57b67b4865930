import { currencyExponent, formatMoney } from "#kernel/money.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import {
  defineMetric,
  type Measured,
  type MeasureOptions,
  type MetricRow,
} from "#kernel/metrics/registry.ts";
import { changesOfSubscriptions } from "#modules/billing/revenue/changes.ts";
import { companyCurrency, noRate } from "#modules/billing/revenue/fx.ts";
import { customersPaying, payingRows, revenueByCurrency } from "#modules/billing/revenue/mrr-at.ts";
import { averagePerAccount } from "#modules/billing/rules/revenue/rates.ts";

/** Amounts of metrics are in major units, as plans write them; of whole minor ones. */
export const inMajor = (minor: number, currency: string): number =>
  Math.round(minor) / 10 ** currencyExponent(currency);

/** Recurring revenue at an instant in minor units of the company's currency, or why it is not known. */
export async function measureMrr(
  db: Db,
  asOf: Temporal.Instant,
): Promise<{ currency: string; minor: number | null; customers: number; reason?: string }> {
  const currency = await companyCurrency(db);
  const found = await revenueByCurrency(db, asOf, currency);
  const missing = found.filter(({ worthMinor }) => worthMinor === null).map((one) => one.currency);
  if (missing.length > 0) return { currency, minor: null, customers: 0, reason: noRate(missing, currency) };
  const { customers } = await customersPaying(db, asOf, currency);
  return {
    currency,
    minor: found.reduce((sum, { worthMinor }) => sum + (worthMinor ?? 0), 0),
    customers: customers.length,
  };
}

/** Customers who pay, as rows to open. */
export async function mrrRows(
  db: Db,
  { asOf, limit, offset }: MeasureOptions & { limit: number; offset: number },
): Promise<MetricRow[]> {
  const currency = await companyCurrency(db);
  const found = await payingRows(db, asOf, { currency, limit, offset });
  return found.map(({ id, label, currency: paidIn, minor }) => ({
    id: `${id}:${paidIn}`,
    label,
    detail: `${formatMoney(minor, paidIn, "en-GB")} a month`,
    href: `/console/customers/${id}`,
  }));
}

const activeSubscribers = defineMetric({
  key: "billing.active_subscribers",
  title: "Active subscribers",
  unit: "count",
  window: "instant",
  version: 1,
  changedBy: changesOfSubscriptions,
  meaning: "Customers with a subscription that is active or past due at the instant; trials do not count.",
  measure: async (db, { asOf }) => {
    const row = await firstRow<{ n: number }>(
      db,
      sql`SELECT count(DISTINCT account_id)::int AS n FROM (
            SELECT DISTINCT ON (subscription_id) account_id, is_active FROM billing.subscription_state
            WHERE from_at <= ${asOf.toString()} ORDER BY subscription_id, from_at DESC, seq DESC) latest
          WHERE is_active`,
    );
    return { value: row?.n ?? 0 };
  },
  rows: (db, { asOf, limit, offset }) =>
    rows<MetricRow>(
      db,
      sql`SELECT account_id AS id, coalesce(a.name, 'A customer') AS label,
            'Since ' || to_char(min(since), 'YYYY-MM-DD') AS detail, '/console/customers/' || account_id AS href
          FROM (SELECT DISTINCT ON (subscription_id) account_id, is_active, from_at AS since
                FROM billing.subscription_state WHERE from_at <= ${asOf.toString()}
                ORDER BY subscription_id, from_at DESC, seq DESC) latest
          LEFT JOIN people.account_name a ON a.id = account_id WHERE is_active
          GROUP BY account_id, a.name ORDER BY a.name, account_id LIMIT ${limit} OFFSET ${offset}`,
    ),
});

const ofMrr = async (
  db: Db,
  asOf: Temporal.Instant,
  value: (mrrMinor: number, customers: number) => number | null,
  otherwise: string,
): Promise<Measured> => {
  const { currency, minor, customers, reason } = await measureMrr(db, asOf);
  if (minor === null) return { value: null, reason };
  const found = value(minor, customers);
  return found === null ? { value: null, reason: otherwise } : { value: inMajor(found, currency) };
};

const mrr = defineMetric({
  key: "billing.mrr",
  title: "Monthly recurring revenue",
  unit: "money",
  window: "instant",
  version: 1,
  changedBy: changesOfSubscriptions,
  meaning:
    "What subscriptions bring a month at the instant, net of recurring discounts and without tax, in the company's currency; yearly prices count a twelfth. Trials, courses and instalments do not count (ChartMogul's definition).",
  measure: (db, { asOf }) => ofMrr(db, asOf, (minor) => minor, ""),
  rows: mrrRows,
});

const arr = defineMetric({
  key: "billing.arr",
  title: "Annual recurring revenue",
  unit: "money",
  window: "instant",
  version: 1,
  changedBy: changesOfSubscriptions,
  meaning: "Monthly recurring revenue at the instant times twelve, in the company's currency.",
  measure: (db, { asOf }) => ofMrr(db, asOf, (minor) => minor * 12, ""),
  rows: mrrRows,
});

const arpa = defineMetric({
  key: "billing.arpa",
  title: "Average revenue per account",
  unit: "money",
  window: "instant",
  version: 1,
  changedBy: changesOfSubscriptions,
  meaning: "Monthly recurring revenue at the instant, divided by the customers who pay it.",
  measure: (db, { asOf }) =>
    ofMrr(db, asOf, averagePerAccount, "Nobody pays for a subscription at that instant"),
  rows: mrrRows,
});

/** Numbers of one instant. */
export const instantMetrics = [activeSubscribers, mrr, arr, arpa];
