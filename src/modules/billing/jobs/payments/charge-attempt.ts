import { z } from "zod";
import { defineJob } from "#kernel/jobs/job.ts";
import { driveAttempt } from "#modules/billing/payments/attempts/drive-attempt.ts";
import { paymentHouse } from "#modules/billing/payments/payment-house.ts";

/** Takes a payment attempt one step on: calls the provider, or asks it. */
export const chargeAttempt = defineJob({
  name: "billing.charge_attempt",
  title: "Collect a payment, or ask what became of it",
  input: z.object({ attemptId: z.uuid() }),
  expireInSeconds: 300,
  run: (context, { attemptId }) => driveAttempt(paymentHouse(context, "billing.charge_attempt"), attemptId),
});
