import { z } from "zod";
import { defineJob } from "#kernel/jobs/job.ts";

/** Live metrics change without telling; each hour the watched risks are held against them. */
export const checkRisksHourly = defineJob({
  name: "playbook.check_risks",
  title: "Check the triggers of risks",
  input: z.object({}),
  schedule: "25 * * * *",
  run: async ({ call }) => {
    await call("playbook.check_risks", {});
  },
});
