import { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { defineJob, type JobContext } from "#kernel/jobs/job.ts";
import { BilledTogether } from "#modules/billing/contract/billing-run.ts";
import {
  dueInstalments,
  dueSubscriptions,
  subscriptionsToResume,
} from "#modules/billing/queries/subscriptions/due.ts";

const FIRST = "00000000-0000-0000-0000-000000000000";

type Due = (db: Db, now: Temporal.Instant, after: string) => Promise<string[]>;
type Act = (id: string) => Promise<unknown>;

/** Each thing in a transaction of its own: one that fails holds up none of the others, and shows in the log. */
async function oneByOne({ signal, log }: JobContext, ids: readonly string[], act: Act): Promise<number> {
  let failed = 0;
  for (const id of ids) {
    if (signal.aborted) return failed;
    try {
      await act(id);
    } catch (error) {
      failed += 1;
      log.error({ error, id }, "Billing failed");
    }
  }
  return failed;
}

/** Batch after batch; `together` does what it can of one at once, and gives what is left for `act`. */
async function eachDue(
  context: JobContext,
  due: Due,
  act: Act,
  together: (ids: string[]) => Promise<string[]> = async (ids) => ids,
): Promise<number> {
  let failed = 0;
  let after = FIRST;
  while (!context.signal.aborted) {
    const ids = await due(context.db, context.now, after);
    const last = ids.at(-1);
    if (!last) return failed;
    failed += await oneByOne(context, await together(ids), act);
    after = last;
  }
  return failed;
}

/** Bills the plain ones of a batch; when that fails, each has to be tried by itself to find the one at fault. */
async function renewTogether({ call, log }: JobContext, subscriptionIds: string[]): Promise<string[]> {
  try {
    return BilledTogether.parse(await call("billing.renew_subscriptions", { subscriptionIds })).left;
  } catch (error) {
    log.warn({ error }, "A batch could not be billed together");
    return subscriptionIds;
  }
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
      (await eachDue(
        context,
        dueSubscriptions,
        (subscriptionId) => call("billing.renew_subscription", { subscriptionId }),
        (ids) => renewTogether(context, ids),
      )) +
      (await eachDue(context, dueInstalments, (instalmentId) =>
        call("billing.bill_instalment", { instalmentId }),
      ));
    if (failed > 0) throw new Error(`${failed} of what was due could not be billed; see the log`);
  },
});
