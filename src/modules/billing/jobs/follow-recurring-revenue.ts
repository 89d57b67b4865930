import { z } from "zod";
import { defineJob } from "#kernel/jobs/job.ts";
import { RefreshedMovements } from "#modules/billing/contract/revenue.ts";

/** Brings recurring revenue up to date after subscriptions changed, and every ten minutes in any case. */
export const followRecurringRevenue = defineJob({
  name: "billing.follow_recurring_revenue",
  title: "Bring recurring revenue up to date",
  input: z.object({}),
  schedule: "*/10 * * * *",
  run: async ({ call, signal }) => {
    let more = true;
    while (more && !signal.aborted)
      more = RefreshedMovements.parse(await call("billing.refresh_movements", {})).more;
  },
});
