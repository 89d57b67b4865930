import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import {
  defineMetric,
  type Measured,
  type MeasureOptions,
  type MetricRow,
} from "#kernel/metrics/registry.ts";
import { formatMoney } from "#kernel/money.ts";
import { changesOfSubscriptions } from "#modules/billing/revenue/changes.ts";
import { companyCurrency, noRate } from "#modules/billing/revenue/fx.ts";
import { movedBetween } from "#modules/billing/revenue/moved-between.ts";
import { customersPaying } from "#modules/billing/revenue/mrr-at.ts";
import { inMajor, measureMrr } from "#modules/billing/revenue/revenue-metrics.ts";
import {
  averagePerAccount,
  type Kept,
  lifetimeValue,
  logoChurnRate,
  quickRatio,
  revenueRetention,
} from "#modules/billing/rules/revenue/rates.ts";

/** 30 days of 24 hours: a trailing span has no calendar. */
const TRAILING = { hours: 30 * 24 } as const;
const NOBODY = "Nobody paid for a subscription 30 days before";

interface KeptCustomer extends Kept {
  accountId: string;
}

/** What those who paid 30 days before paid then, and what they pay at the instant. */
async function keptSince(
  db: Db,
  asOf: Temporal.Instant,
): Promise<{ currency: string; kept: KeptCustomer[]; missing: string[] }> {
  const currency = await companyCurrency(db);
  const before = await customersPaying(db, asOf.subtract(TRAILING), currency);
  const after = await customersPaying(db, asOf, currency);
  const now = new Map(after.customers.map(({ accountId, minor }) => [accountId, minor]));
  const kept = before.customers.map(({ accountId, minor }) => ({
    accountId,
    startMinor: minor,
    endMinor: now.get(accountId) ?? 0,
  }));
  return { currency, kept, missing: [...new Set([...before.missing, ...after.missing])].toSorted() };
}

async function ofKept(
  db: Db,
  asOf: Temporal.Instant,
  value: (kept: Kept[]) => number | null,
): Promise<Measured> {
  const { currency, kept, missing } = await keptSince(db, asOf);
  if (missing.length > 0) return { value: null, reason: noRate(missing, currency) };
  const found = value(kept);
  return found === null ? { value: null, reason: NOBODY } : { value: found };
}

async function keptRows(
  db: Db,
  { asOf, limit, offset }: MeasureOptions & { limit: number; offset: number },
): Promise<MetricRow[]> {
  const { currency, kept } = await keptSince(db, asOf);
  const page = kept
    .toSorted((a, b) => b.startMinor - a.startMinor || (a.accountId < b.accountId ? -1 : 1))
    .slice(offset, offset + limit);
  const names = await rows<{ id: string; name: string }>(
    db,
    sql`SELECT id, name FROM people.account_name WHERE id = ANY (${sql.param(page.map(({ accountId }) => accountId))}::uuid[])`,
  );
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const money = (minor: number) => formatMoney(minor, currency, "en-GB");
  return page.map(({ accountId, startMinor, endMinor }) => ({
    id: accountId,
    label: nameOf.get(accountId) ?? "A customer",
    detail: `${money(startMinor)} a month then, ${money(endMinor)} now`,
    href: `/console/customers/${accountId}`,
  }));
}

const netRetention = defineMetric({
  key: "billing.net_revenue_retention",
  title: "Net revenue retention",
  unit: "percent",
  window: "trailing_30_days",
  version: 1,
  changedBy: changesOfSubscriptions,
  meaning:
    "Of what customers paid a month 30 days before the instant, the share the same customers pay at the instant, upgrades included.",
  measure: (db, { asOf }) => ofKept(db, asOf, (kept) => revenueRetention(kept).net),
  rows: keptRows,
});

const grossRetention = defineMetric({
  key: "billing.gross_revenue_retention",
  title: "Gross revenue retention",
  unit: "percent",
  window: "trailing_30_days",
  version: 1,
  changedBy: changesOfSubscriptions,
  meaning:
    "Of what customers paid a month 30 days before the instant, the share the same customers still pay, upgrades left out.",
  measure: (db, { asOf }) => ofKept(db, asOf, (kept) => revenueRetention(kept).gross),
  rows: keptRows,
});

const logoChurn = defineMetric({
  key: "billing.logo_churn",
  title: "Customer churn",
  unit: "percent",
  window: "trailing_30_days",
  version: 1,
  changedBy: changesOfSubscriptions,
  lowerIsBetter: true,
  meaning:
    "Of the customers who paid for a subscription 30 days before the instant, the share that pays nothing at it.",
  measure: (db, { asOf }) => ofKept(db, asOf, logoChurnRate),
  rows: keptRows,
});

const ltv = defineMetric({
  key: "billing.ltv",
  title: "Customer lifetime value",
  unit: "money",
  window: "trailing_30_days",
  version: 1,
  changedBy: changesOfSubscriptions,
  meaning:
    "Average revenue per account at the instant, divided by the customer churn of the 30 days before it.",
  measure: async (db, { asOf }) => {
    const { currency, minor, customers, reason } = await measureMrr(db, asOf);
    if (minor === null) return { value: null, reason };
    const churn = await ofKept(db, asOf, logoChurnRate);
    if (churn.value === null) return churn;
    const value = lifetimeValue(averagePerAccount(minor, customers), churn.value);
    return value === null
      ? {
          value: null,
          reason: "Nobody left in the 30 days before, or nobody is there: a lifetime cannot be told",
        }
      : { value: inMajor(value, currency) };
  },
  rows: keptRows,
});

const quick = defineMetric({
  key: "billing.quick_ratio",
  title: "Quick ratio",
  unit: "ratio",
  window: "trailing_30_days",
  version: 1,
  changedBy: changesOfSubscriptions,
  meaning:
    "Recurring revenue that came in the 30 days before the instant (new, expansion, reactivation), divided by what went (contraction, churn).",
  measure: async (db, { asOf }) => {
    const currency = await companyCurrency(db);
    const { moved, missing } = await movedBetween(db, {
      from: asOf.subtract(TRAILING),
      until: asOf,
      currency,
    });
    if (missing.length > 0) return { value: null, reason: noRate(missing, currency) };
    const value = quickRatio(moved);
    return value === null ? { value: null, reason: "Nothing was lost in the 30 days before" } : { value };
  },
});

/** Numbers of the 30 days before an instant. */
export const retentionMetrics = [netRetention, grossRetention, logoChurn, ltv, quick];
