import { z } from "zod";
import { defineJob } from "#kernel/jobs/job.ts";
import { forgetUsageEvents as forget } from "#modules/billing/commands/usage/forget-usage-events.ts";

/** Once a night; what is not done when the process shuts down is done the night after. */
export const forgetUsageEvents = defineJob({
  name: "billing.forget_usage_events",
  title: "Forget old usage events",
  input: z.object({}),
  schedule: "10 4 * * *",
  run: async ({ call, signal }) => {
    let more = true;
    while (more && !signal.aborted) more = forget.output.parse(await call(forget.name, {})).more;
  },
});
