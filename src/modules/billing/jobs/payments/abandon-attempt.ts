import { z } from "zod";
import { defineJob } from "#kernel/jobs/job.ts";
import { abandonAttempt as abandon } from "#modules/billing/payments/attempts/abandon-attempt.ts";
import { paymentHouse } from "#modules/billing/payments/payment-house.ts";

/** Gives a payment attempt up, so that no money comes of it any more. */
export const abandonAttempt = defineJob({
  name: "billing.abandon_attempt",
  title: "Close a payment that is not wanted any more",
  input: z.object({ attemptId: z.uuid() }),
  retryLimit: 8,
  expireInSeconds: 120,
  run: async (context, { attemptId }) => {
    if (await abandon(paymentHouse(context, "billing.abandon_attempt"), attemptId)) return;
    // Thrown to be tried again, later each time; in the end the sweep finds it.
    throw new Error("The payment is in the provider's hands just now");
  },
});
