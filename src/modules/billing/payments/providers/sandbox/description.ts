import type { PaymentProvider } from "#modules/billing/payments/providers/provider.ts";

/** What there is to know of the provider of sandbox mode. */
export const SANDBOX = {
  key: "sandbox",
  title: "Sandbox",
  hint: "A pretended payment on a page of this house. You choose how it ends.",
  capabilities: { checkout: true, savedMethods: true, refunds: true, webhooks: false, polling: true },
} as const satisfies Pick<PaymentProvider, "key" | "title" | "hint" | "capabilities">;
