import type { BillingContext } from "#modules/billing/billing-context.ts";
import { startAttempt } from "#modules/billing/payments/attempts/start-attempt.ts";
import { demandProvider } from "#modules/billing/payments/providers/registry.ts";

/**
 * Begins to collect an invoice by the way the customer chose: a provider with a page of its own gets an attempt, a bank
 * transfer needs nothing but waiting. `returnPath` is the page the customer comes back to.
 */
export async function collectByProvider(
  ctx: BillingContext,
  collection: { invoiceId: string; provider: string; returnPath?: string },
): Promise<void> {
  const { capabilities } = demandProvider(ctx.config, collection.provider);
  if (!capabilities.checkout) return;
  await startAttempt(ctx, { ...collection, flow: "checkout" });
}
