import { z } from "zod";
import { defineJob } from "#kernel/jobs/job.ts";
import { forgetProviderWords as forget } from "#modules/billing/payments/intake/forget-words.ts";
import { paymentHouse } from "#modules/billing/payments/payment-house.ts";

/** Forgets the words of old messages of payment providers, and files that nobody imported. */
export const forgetProviderWords = defineJob({
  name: "billing.forget_provider_words",
  title: "Forget what payment providers told long ago",
  input: z.object({}),
  schedule: "40 3 * * *",
  run: (context) => forget(paymentHouse(context, "billing.forget_provider_words")),
});
