import { z } from "zod";
import { defineJob } from "#kernel/jobs/job.ts";
import { EarnedRevenue } from "#modules/billing/contract/ledger.ts";

/** Books the revenue of the day that ended, and of all before it that were missed, in small transactions. */
export const earnRevenueDaily = defineJob({
  name: "billing.earn_revenue_daily",
  title: "Book the revenue of past days",
  input: z.object({}),
  schedule: "20 0 * * *",
  run: async ({ call, signal }) => {
    let more = true;
    while (more && !signal.aborted) more = EarnedRevenue.parse(await call("billing.earn_revenue", {})).more;
  },
});
