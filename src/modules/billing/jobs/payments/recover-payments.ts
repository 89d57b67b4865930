import { z } from "zod";
import { defineJob } from "#kernel/jobs/job.ts";
import { paymentHouse } from "#modules/billing/payments/payment-house.ts";
import { recoverPayments as recover } from "#modules/billing/payments/recover-payments.ts";

/** Looks for payments, refunds and events that were left half done. */
export const recoverPayments = defineJob({
  name: "billing.recover_payments",
  title: "Finish payments that were left half done",
  input: z.object({}),
  schedule: "*/5 * * * *",
  run: async (context) => {
    await recover(paymentHouse(context, "billing.recover_payments"));
  },
});
