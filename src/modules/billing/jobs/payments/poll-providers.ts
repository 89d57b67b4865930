import { z } from "zod";
import { defineJob } from "#kernel/jobs/job.ts";
import { paymentHouse } from "#modules/billing/payments/payment-house.ts";
import { offeredProviders } from "#modules/billing/payments/providers/registry.ts";
import { pollProvider } from "#modules/billing/payments/intake/poll-provider.ts";

/** Asks each provider what happened, for webhooks that never came. */
export const pollProviders = defineJob({
  name: "billing.poll_providers",
  title: "Ask payment providers what happened",
  input: z.object({}),
  schedule: "*/10 * * * *",
  run: async (context) => {
    const house = paymentHouse(context, "billing.poll_providers");
    for (const { key, capabilities } of offeredProviders(context.config))
      if (capabilities.polling) await pollProvider(house, key);
  },
});
