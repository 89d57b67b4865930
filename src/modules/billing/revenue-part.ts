import { rebuildMovements } from "#modules/billing/commands/revenue/rebuild-movements.ts";
import { recordRate } from "#modules/billing/commands/revenue/record-rate.ts";
import { refreshMovements } from "#modules/billing/commands/revenue/refresh-movements.ts";
import { followRecurringRevenue } from "#modules/billing/jobs/follow-recurring-revenue.ts";
import type { BillingPart } from "#modules/billing/part.ts";
import { getRetentionCohorts } from "#modules/billing/queries/revenue/get-retention-cohorts.ts";
import { getRevenueOverview } from "#modules/billing/queries/revenue/get-revenue-overview.ts";
import { listMovements } from "#modules/billing/queries/revenue/list-movements.ts";
import { listRates } from "#modules/billing/queries/revenue/list-rates.ts";
import { verifyMetrics } from "#modules/billing/queries/revenue/verify-metrics.ts";
import { revenueMonthly } from "#modules/billing/revenue/monthly-metric.ts";
import { retentionMetrics } from "#modules/billing/revenue/retention-metrics.ts";
import { instantMetrics } from "#modules/billing/revenue/revenue-metrics.ts";
import { followSubscriptions } from "#modules/billing/subscribers/follow-recurring-revenue.ts";

/** Recurring revenue: what it is, how it moves, how much of it stays. */
export const revenuePart = {
  operations: [
    getRevenueOverview,
    getRetentionCohorts,
    listMovements,
    verifyMetrics,
    refreshMovements,
    rebuildMovements,
    listRates,
    recordRate,
  ],
  subscribers: [followSubscriptions],
  jobs: [followRecurringRevenue],
  metrics: [...instantMetrics, ...retentionMetrics, revenueMonthly],
} as const satisfies BillingPart;
