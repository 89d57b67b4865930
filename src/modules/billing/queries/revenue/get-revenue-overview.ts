import { localDate } from "#kernel/clock.ts";
import type { Db } from "#kernel/db/database.ts";
import { rows } from "#kernel/db/sql.ts";
import { sql } from "#kernel/db/sql.ts";
import type { MetricRegistry } from "#kernel/metrics/registry.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { GetRevenueOverview, RevenueFigure, RevenueOverview } from "#modules/billing/contract/revenue.ts";
import { monthText, worthOfMovements } from "#modules/billing/queries/revenue/month-text.ts";
import { noRate } from "#modules/billing/revenue/fx.ts";
import { revenueByCurrency } from "#modules/billing/revenue/mrr-at.ts";
import { forecastRevenue } from "#modules/billing/rules/revenue/forecast.ts";
import { monthAfter, type MovedInMonth, revenueMonths } from "#modules/billing/rules/revenue/months.ts";

/** Numbers beside the revenue itself, in the order they are shown. */
const FIGURES = [
  "billing.active_subscribers",
  "billing.arr",
  "billing.arpa",
  "billing.net_revenue_retention",
  "billing.gross_revenue_retention",
  "billing.logo_churn",
  "billing.quick_ratio",
  "billing.ltv",
  "billing.revenue_monthly",
] as const;

const FORECAST_MONTHS = 6;

const movedByMonth = (db: Db, view: { currency: string; zone: string; now: Temporal.Instant }) =>
  rows<MovedInMonth>(
    db,
    sql`SELECT ${monthText(sql`w.at`, view.zone)} AS month, kind, coalesce(sum(worth), 0)::bigint AS minor,
          sum(customers)::int AS customers
        FROM (${worthOfMovements(view.currency, view.now)}) w GROUP BY 1, 2`,
  );

async function measureFigures(
  db: Db,
  metrics: MetricRegistry,
  view: { now: Temporal.Instant; zone: string },
) {
  const figures = [];
  for (const key of FIGURES) {
    const metric = metrics.find(key);
    if (!metric) continue;
    const { value, reason } = await metric.measure(db, { asOf: view.now, zone: view.zone, bind: {} });
    figures.push(
      RevenueFigure.parse({
        key,
        title: metric.title,
        unit: metric.unit,
        value,
        reason: value === null ? (reason ?? "Not known") : null,
        meaning: metric.meaning,
      }),
    );
  }
  return figures;
}

/** Recurring revenue now, by month, and what may come. Months are as fresh as the movements: minutes at most. */
export const getRevenueOverview = defineQuery({
  name: "billing.get_revenue_overview",
  title: "Show recurring revenue, its movements and a forecast",
  http: "GET /billing/revenue",
  access: "billing:books",
  input: GetRevenueOverview,
  output: RevenueOverview,
  run: async ({ db, input, now, company, metrics }) => {
    const { currency, zone } = await company();
    const view = { currency, zone, now };
    const thisMonth = localDate(now, zone).toPlainYearMonth().toString();
    const currencies = await revenueByCurrency(db, now, currency);
    const unconverted = currencies.filter(({ worthMinor }) => worthMinor === null).map((one) => one.currency);
    const months = revenueMonths(await movedByMonth(db, view), thisMonth);
    const ends = months.filter(({ month }) => month < thisMonth).map(({ endMinor }) => endMinor);
    const forecast = forecastRevenue(ends, months.at(-1)?.endMinor ?? 0, FORECAST_MONTHS);
    return {
      at: now.toString(),
      currency,
      mrrMinor:
        unconverted.length > 0
          ? null
          : currencies.reduce((sum, { worthMinor }) => sum + (worthMinor ?? 0), 0),
      mrrReason: unconverted.length > 0 ? noRate(unconverted, currency) : null,
      currencies,
      unconverted,
      figures: await measureFigures(db, metrics, view),
      months: months.slice(-input.months),
      forecast:
        forecast?.map(({ ahead, ...month }) => ({ month: monthAfter(thisMonth, ahead), ...month })) ?? null,
    };
  },
});
