import { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { defineJob, type JobContext } from "#kernel/jobs/job.ts";
import {
  dueInstalments,
  dueSubscriptions,
  subscriptionsToResume,
} from "#modules/billing/queries/subscriptions/due.ts";

const FIRST = "00000000-0000-0000-0000-000000000000";

type Due = (db: Db, now: Temporal.Instant, after: string) => Promise<string[]>;

/** Each thing in a transaction of its own: one that fails holds up none of the others, and shows in the log. */
async function eachDue(
  context: JobContext,
  due: Due,
  act: (id: string) => Promise<unknown>,
): Promise<number> {
  let failed = 0;
  let after = FIRST;
  while (!context.signal.aborted) {
    const ids = await due(context.db, context.now, after);
    for (const id of ids) {
      if (context.signal.aborted) return failed;
      try {
        await act(id);
      } catch (error) {
        failed += 1;
        context.log.error({ error, id }, "Billing failed");
      }
    }
    const last = ids.at(-1);
    if (!last) return failed;
    after = last;
  }
  return failed;
}

/** Bills what is due: periods that ended, instalments, pauses that end. Safe to run twice; fails when any of it did. */
export const billDue = defineJob({
  name: "billing.bill_due",
  title: "Bill what is due",
  input: z.object({}),
  schedule: "7 * * * *",
  expireInSeconds: 3600,
  run: async (context) => {
    const { call } = context;
    const failed =
      (await eachDue(context, subscriptionsToResume, (subscriptionId) =>
        call("billing.resume_due_subscription", { subscriptionId }),
      )) +
      (await eachDue(context, dueSubscriptions, (subscriptionId) =>
        call("billing.renew_subscription", { subscriptionId }),
      )) +
      (await eachDue(context, dueInstalments, (instalmentId) =>
        call("billing.bill_instalment", { instalmentId }),
      ));
    if (failed > 0) throw new Error(`${failed} of what was due could not be billed; see the log`);
  },
});
