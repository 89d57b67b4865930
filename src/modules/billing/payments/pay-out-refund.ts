import type { BillingContext } from "#modules/billing/billing-context.ts";
import { sendRefund } from "#modules/billing/jobs/payments/send-refund.ts";
import { offeredProviders } from "#modules/billing/payments/providers/registry.ts";

/**
 * Sets a refund going where the provider can pay out by itself. A bank transfer is made by a person, who then records
 * that it was.
 */
export async function payOutRefund(
  ctx: BillingContext,
  refund: { refundId: string; provider: string },
): Promise<void> {
  const provider = offeredProviders(ctx.config).find(({ key }) => key === refund.provider);
  if (!provider?.capabilities.refunds) return;
  await ctx.enqueue(sendRefund, { refundId: refund.refundId });
}
