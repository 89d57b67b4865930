import { z } from "zod";
import { publicUrl } from "#kernel/config.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ProviderList } from "#modules/billing/contract/payments.ts";
import { offeredProviders } from "#modules/billing/payments/providers/registry.ts";

/** The ways to pay of this installation, and what each can do. */
export const listProviders = defineQuery({
  name: "billing.list_payment_providers",
  title: "List the ways to pay",
  http: "GET /billing/payment-providers",
  access: "billing:read",
  input: z.object({}),
  output: ProviderList,
  run: async ({ config }) => ({
    items: offeredProviders(config).map(({ key, title, hint, capabilities }) => ({
      key,
      title,
      hint,
      canCheckout: capabilities.checkout,
      canSaveMethods: capabilities.savedMethods,
      canRefund: capabilities.refunds,
      webhookUrl: capabilities.webhooks ? `${publicUrl(config)}/webhooks/${key}` : null,
    })),
  }),
});
