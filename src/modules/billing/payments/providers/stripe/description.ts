import type { PaymentProvider } from "#modules/billing/payments/providers/provider.ts";

/** What there is to know of Stripe without loading its library. */
export const STRIPE = {
  key: "stripe",
  title: "Card",
  hint: "Pay by card or another method on a page of Stripe. Access begins at once.",
  capabilities: { checkout: true, savedMethods: true, refunds: true, webhooks: true, polling: true },
} as const satisfies Pick<PaymentProvider, "key" | "title" | "hint" | "capabilities">;
