import { z } from "zod";
import { defineJob } from "#kernel/jobs/job.ts";
import { overdueAttempts } from "#modules/academy/queries/quizzes/overdue-attempts.ts";

const BATCH = 200;

/**
 * Ends and marks attempts whose time is over, so that a student who closed the window has a result too. Each in a
 * transaction of its own: one that fails shows in the log and holds up no other. Safe to run twice.
 */
export const closeOverdueAttempts = defineJob({
  name: "academy.close_overdue_attempts",
  title: "Mark quizzes whose time is over",
  input: z.object({}),
  schedule: "* * * * *",
  run: async ({ db, now, call, log, signal }) => {
    const failed = new Set<string>();
    while (!signal.aborted) {
      const due = (await overdueAttempts(db, now, BATCH + failed.size)).filter((id) => !failed.has(id));
      if (due.length === 0) break;
      for (const attemptId of due) {
        if (signal.aborted) return;
        try {
          await call("academy.close_overdue_attempt", { attemptId });
        } catch (error) {
          failed.add(attemptId);
          log.error({ error, attemptId }, "A quiz attempt could not be closed");
        }
      }
    }
    if (failed.size > 0) throw new Error(`${failed.size} attempts could not be closed; see the log`);
  },
});
