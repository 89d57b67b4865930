import { refuse } from "#kernel/errors.ts";
import { defineIntake } from "#kernel/module.ts";
import { storeEvent } from "#modules/billing/payments/intake/store-event.ts";
import type { ProviderEvent } from "#modules/billing/payments/providers/provider.ts";
import { offeredProviders, openProvider } from "#modules/billing/payments/providers/registry.ts";
import { STRIPE } from "#modules/billing/payments/providers/stripe/description.ts";

/**
 * `POST /webhooks/stripe`: checks the signature, keeps the words and answers; what is true is looked up afterwards.
 * Errors: `http.no_such_path` without Stripe, `billing.webhook_signature`.
 */
export const stripeIntake = defineIntake<ProviderEvent>({
  name: STRIPE.key,
  read: async ({ config, runtime, now }, { body, headers }) => {
    if (!offeredProviders(config).some(({ key }) => key === STRIPE.key))
      throw refuse("not_found", "http.no_such_path", "There is nothing at this address.");
    const provider = await openProvider({ config, db: runtime().database.db, now }, STRIPE.key);
    return provider.parseWebhook(body, headers);
  },
  keep: async (context, told) => {
    await storeEvent(context, STRIPE.key, { ...told, source: "webhook" });
  },
});
