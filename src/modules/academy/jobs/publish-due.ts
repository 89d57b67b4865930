import { z } from "zod";
import { defineJob } from "#kernel/jobs/job.ts";
import { dueDrafts } from "#modules/academy/queries/authoring/due-drafts.ts";

/** Publishes drafts whose time has come, each in a transaction of its own. Safe to run twice: a draft goes out once. */
export const publishDue = defineJob({
  name: "academy.publish_due",
  title: "Publish courses whose time has come",
  input: z.object({}),
  schedule: "* * * * *",
  run: async ({ db, now, call, signal }) => {
    for (const courseId of await dueDrafts(db, now)) {
      if (signal.aborted) return;
      await call("academy.publish_scheduled", { courseId });
    }
  },
});
