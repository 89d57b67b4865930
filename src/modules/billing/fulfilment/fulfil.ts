import { sql } from "#kernel/db/sql.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { restoreAccess } from "#modules/billing/fulfilment/access.ts";
import { activatePurchase, lockPurchase } from "#modules/billing/fulfilment/purchase.ts";
import type { InvoiceRow } from "#modules/billing/invoices/load-invoice.ts";
import {
  findSubscriptionOfOrder,
  lockSubscription,
  type SubscriptionRow,
} from "#modules/billing/subscriptions/load-subscription.ts";
import { startPaid } from "#modules/billing/subscriptions/start-subscription.ts";

async function fulfilOrder(ctx: BillingContext, orderId: string, invoiceId: string): Promise<void> {
  await ctx.tx.execute(
    sql`UPDATE billing."order" SET status = 'paid', paid_at = ${ctx.now.toString()}
        WHERE id = ${orderId} AND status = 'open'`,
  );
  const subscription = await findSubscriptionOfOrder(ctx.tx, orderId);
  if (subscription?.status === "incomplete") await startPaid(ctx, subscription, invoiceId);
  const purchase = await lockPurchase(ctx.tx, { orderId });
  if (purchase?.status === "pending") await activatePurchase(ctx, purchase, invoiceId);
}

/** Bought again after it had ended; an invoice of before that starts nothing. */
function isReactivation(invoice: InvoiceRow, { ended_at: endedAt }: SubscriptionRow): boolean {
  if (invoice.source_kind !== "change" || !invoice.issued_at || !endedAt) return false;
  return (
    Temporal.Instant.compare(Temporal.Instant.from(invoice.issued_at), Temporal.Instant.from(endedAt)) >= 0
  );
}

/** Gives what a paid invoice was for: starts what was ordered, opens again what was held back. */
export async function fulfil(ctx: BillingContext, invoice: InvoiceRow): Promise<void> {
  if (invoice.source_kind === "order" && invoice.order_id)
    await fulfilOrder(ctx, invoice.order_id, invoice.id);
  else if (invoice.subscription_id) {
    const subscription = await lockSubscription(ctx.tx, invoice.subscription_id);
    if (subscription.status === "incomplete" && isReactivation(invoice, subscription))
      return startPaid(ctx, subscription, invoice.id);
  }
  return restoreAccess(ctx, invoice);
}
