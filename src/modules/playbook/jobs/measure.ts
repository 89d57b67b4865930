import { z } from "zod";
import { defineJob } from "#kernel/jobs/job.ts";

/** Measures and judges the plan every hour; the last run of a day leaves that day's point. */
export const measureJob = defineJob({
  name: "playbook.measure",
  title: "Measure and judge the plan",
  input: z.object({}),
  schedule: "7 * * * *",
  run: async ({ call }) => {
    await call("playbook.measure_plan", {});
  },
});
