import { z } from "zod";
import { defineJob } from "#kernel/jobs/job.ts";
import { driveSetup } from "#modules/billing/payments/methods/drive-setup.ts";
import { paymentHouse } from "#modules/billing/payments/payment-house.ts";

/** Opens the page on which a customer saves a payment method, or asks what became of it. */
export const setUpMethod = defineJob({
  name: "billing.set_up_payment_method",
  title: "Save a payment method at its provider",
  input: z.object({ setupId: z.uuid() }),
  expireInSeconds: 120,
  run: (context, { setupId }) => driveSetup(paymentHouse(context, "billing.set_up_payment_method"), setupId),
});
