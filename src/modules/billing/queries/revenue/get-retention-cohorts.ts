import { localDate } from "#kernel/clock.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { GetRetentionCohorts, RetentionCohorts } from "#modules/billing/contract/revenue.ts";
import { monthText, worthOfMovements } from "#modules/billing/queries/revenue/month-text.ts";
import { type MovedInCohort, retentionCohorts } from "#modules/billing/rules/revenue/cohorts.ts";
import { monthAfter } from "#modules/billing/rules/revenue/months.ts";

/** What is left of the customers of each month, by heads and by revenue. */
export const getRetentionCohorts = defineQuery({
  name: "billing.get_retention_cohorts",
  title: "Show how customers of each month stay",
  http: "GET /billing/revenue/cohorts",
  access: "billing:books",
  input: GetRetentionCohorts,
  output: RetentionCohorts,
  run: async ({ db, input, now, company }) => {
    const { currency, zone } = await company();
    const until = localDate(now, zone).toPlainYearMonth().toString();
    const moved = await rows<MovedInCohort & { missing: string[] | null }>(
      db,
      sql`SELECT ${monthText(sql`w.since_at`, zone)} AS cohort, ${monthText(sql`w.at`, zone)} AS month,
            coalesce(sum(worth), 0)::bigint AS minor, sum(customers)::int AS customers,
            coalesce(sum(worth) FILTER (WHERE kind = 'new'), 0)::bigint AS "cameMinor",
            coalesce(sum(customers) FILTER (WHERE kind = 'new'), 0)::int AS "cameCustomers",
            array_agg(DISTINCT currency::text) FILTER (WHERE worth IS NULL) AS missing
          FROM (${worthOfMovements(currency, now)}) w GROUP BY 1, 2`,
    );
    return {
      currency,
      unconverted: [...new Set(moved.flatMap(({ missing }) => missing ?? []))].toSorted(),
      cohorts: retentionCohorts(moved, { from: monthAfter(until, 1 - input.months), until }),
    };
  },
});
