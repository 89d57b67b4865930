import { z } from "zod";
import { forgetExpired } from "#kernel/auth/forget-expired.ts";
import { defineJob } from "#kernel/jobs/job.ts";

/** Every night: what only proved something for a while is deleted. */
export const forgetExpiredKeys = defineJob({
  name: "staff.forget_expired",
  title: "Delete sessions, links and counters that are over",
  input: z.object({}),
  schedule: "20 3 * * *",
  run: ({ db, now }) => forgetExpired(db, now),
});
