import { z } from "zod";
import { defineJob } from "#kernel/jobs/job.ts";

/** Looks each hour, because days begin at another hour in each zone. */
export const startCohortsJob = defineJob({
  name: "academy.start_cohorts",
  title: "Tell of cohorts that begin",
  input: z.object({}),
  schedule: "3 * * * *",
  run: async ({ call }) => {
    await call("academy.start_cohorts", {});
  },
});
