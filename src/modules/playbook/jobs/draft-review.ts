import { z } from "zod";
import { defineJob } from "#kernel/jobs/job.ts";

/** Looks every hour whether last week's review is due: a worker that was down on Monday morning makes up for it. */
export const draftReviewWhenDue = defineJob({
  name: "playbook.draft_review",
  title: "Draft the weekly review when it is due",
  input: z.object({}),
  schedule: "5 * * * *",
  run: async ({ call }) => {
    await call("playbook.draft_review", { onlyWhenDue: true });
  },
});
