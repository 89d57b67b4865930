import { localDate } from "#kernel/clock.ts";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineMetric, type MeasureOptions, type MetricRow } from "#kernel/metrics/registry.ts";
import { formatMoney } from "#kernel/money.ts";
import { changesOfMoney } from "#modules/billing/revenue/changes.ts";
import { companyCurrency, factorOn, noRate } from "#modules/billing/revenue/fx.ts";
import { inMajor } from "#modules/billing/revenue/revenue-metrics.ts";

/** The last calendar month that was over at the instant, in the company's zone, as instants; half-open. */
export function lastCompleteMonth(asOf: Temporal.Instant, zone: string) {
  const thisMonth = localDate(asOf, zone).with({ day: 1 });
  const start = (on: Temporal.PlainDate) => on.toZonedDateTime(zone).toInstant();
  return { from: start(thisMonth.subtract({ months: 1 })), until: start(thisMonth) };
}

/** Money of the month: payments received, less refunds paid out. Amounts of refunds are negative. */
const moneyOf = ({ asOf, zone }: MeasureOptions) => {
  const month = lastCompleteMonth(asOf, zone);
  const [from, until] = [month.from.toString(), month.until.toString()];
  return sql`
    SELECT id, account_id, currency, amount_minor AS minor, received_at AS at FROM billing.payment
      WHERE received_at >= ${from} AND received_at < ${until}
        AND (returned_at IS NULL OR returned_at > ${asOf.toString()})
    UNION ALL SELECT id, account_id, currency, -amount_minor, settled_at FROM billing.refund
      WHERE status = 'succeeded' AND settled_at >= ${from} AND settled_at < ${until}`;
};

async function measure(db: Db, options: MeasureOptions) {
  const currency = await companyCurrency(db);
  const day = sql`(m.at AT TIME ZONE ${options.zone})::date`;
  const found = await rows<{ currency: string; worth: number | null }>(
    db,
    sql`SELECT currency, CASE WHEN count(worth) = count(*) THEN sum(worth)::bigint END AS worth FROM (
          SELECT currency, round(minor * ${factorOn(sql`m.currency`, currency, day)})::bigint AS worth
          FROM (${moneyOf(options)}) m) w
        GROUP BY 1`,
  );
  const missing = found.filter(({ worth }) => worth === null).map((one) => one.currency.trim());
  if (missing.length > 0) return { value: null, reason: noRate(missing, currency) };
  return {
    value: inMajor(
      found.reduce((sum, { worth }) => sum + (worth ?? 0), 0),
      currency,
    ),
  };
}

/** What came in last month. */
export const revenueMonthly = defineMetric({
  key: "billing.revenue_monthly",
  title: "Monthly revenue",
  unit: "money",
  window: "last_complete_month",
  version: 1,
  changedBy: changesOfMoney,
  meaning:
    "Payments received in the last complete calendar month, less refunds paid out in it, with tax, in the company's zone and currency; other currencies by the rate of the day.",
  measure,
  rows: async (db, options) => {
    const found = await rows<{ id: string; name: string; currency: string; minor: number; on: string }>(
      db,
      sql`SELECT m.id, coalesce(a.name, 'A customer') AS name, m.currency, m.minor,
            (m.at AT TIME ZONE ${options.zone})::date::text AS "on"
          FROM (${moneyOf(options)}) m LEFT JOIN people.account_name a ON a.id = m.account_id
          ORDER BY m.at, m.id LIMIT ${options.limit} OFFSET ${options.offset}`,
    );
    return found.map(
      ({ id, name, currency, minor, on }): MetricRow => ({
        id,
        label: name,
        detail: `${minor < 0 ? "Refund" : "Payment"} of ${formatMoney(Math.abs(minor), currency, "en-GB")} on ${on}`,
        href: "/console/billing/payments",
      }),
    );
  },
});
