import { z } from "zod";
import { localDate } from "#kernel/clock.ts";
import { defineJob, type JobContext } from "#kernel/jobs/job.ts";
import { DunningStepDone } from "#modules/billing/contract/dunning.ts";
import { eachInTurn } from "#modules/billing/jobs/each-in-turn.ts";
import { dunningDue, invoicesToDun } from "#modules/billing/queries/dunning/due-dunning.ts";

// A reminder, a suspension and the look after it are the most that can be due together.
const MOST_STEPS = 6;

/** Takes all steps of one invoice that are due now. */
async function takeSteps({ call, now }: JobContext, invoiceId: string): Promise<void> {
  for (let taken = 0; taken < MOST_STEPS; taken += 1) {
    const { nextAt } = DunningStepDone.parse(await call("billing.take_dunning_step", { invoiceId }));
    if (nextAt === null || Temporal.Instant.compare(Temporal.Instant.from(nextAt), now) > 0) return;
  }
}

/** Begins with invoices that became late, and takes the steps that are due. Safe to run twice. */
export const runDunning = defineJob({
  name: "billing.run_dunning",
  title: "Remind of late invoices",
  input: z.object({}),
  schedule: "22 * * * *",
  expireInSeconds: 3600,
  run: async (context) => {
    const { db, now, call, company } = context;
    const today = localDate(now, (await company()).zone).toString();
    const failed =
      (await eachInTurn(
        context,
        (after) => invoicesToDun(db, today, after),
        (invoiceId) => call("billing.start_dunning", { invoiceId }),
      )) +
      (await eachInTurn(
        context,
        (after) => dunningDue(db, now, after),
        (invoiceId) => takeSteps(context, invoiceId),
      ));
    if (failed > 0) throw new Error(`${failed} late invoices could not be worked on; see the log`);
  },
});
