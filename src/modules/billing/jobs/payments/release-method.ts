import { z } from "zod";
import { defineJob } from "#kernel/jobs/job.ts";
import { findMethod } from "#modules/billing/payments/methods/method-row.ts";
import { paymentHouse } from "#modules/billing/payments/payment-house.ts";

/** Lets the provider forget a method that its owner removed. */
export const releaseMethod = defineJob({
  name: "billing.release_payment_method",
  title: "Let a provider forget a removed payment method",
  input: z.object({ paymentMethodId: z.uuid() }),
  retryLimit: 8,
  run: async (context, { paymentMethodId }) => {
    const house = paymentHouse(context, "billing.release_payment_method");
    const method = await findMethod(house.db, paymentMethodId);
    if (!method?.removed_at) return;
    const provider = await house.open(method.provider);
    await provider.removeMethod(method.provider_ref);
  },
});
