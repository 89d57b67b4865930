import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { Tx } from "#kernel/db/database.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { stopDunning } from "#modules/billing/dunning/stop-dunning.ts";
import { InvoiceVoided } from "#modules/billing/events/invoices.ts";
import { OrderCancelled } from "#modules/billing/events/subscriptions.ts";
import { endPurchase, lockPurchase } from "#modules/billing/fulfilment/purchase.ts";
import { lockCredit } from "#modules/billing/invoices/credit-balance.ts";
import { lockInvoice } from "#modules/billing/invoices/load-invoice.ts";
import { bookVoid } from "#modules/billing/ledger/book-void.ts";
import { endSubscription } from "#modules/billing/subscriptions/end-subscription.ts";
import { findSubscriptionOfOrder } from "#modules/billing/subscriptions/load-subscription.ts";

export interface OrderRow {
  id: string;
  account_id: string;
  reference: string;
  status: "open" | "paid" | "cancelled";
  invoice_id: string | null;
}

/** Locks an order. Errors: `billing.order_unknown`. */
export async function lockOrder(tx: Tx, orderId: string): Promise<OrderRow> {
  const order = await firstRow<OrderRow>(
    tx,
    sql`SELECT r.id, r.account_id, r.reference, r.status,
          (SELECT id FROM billing.invoice WHERE source_key = 'order:' || r.id) AS invoice_id
        FROM billing."order" r WHERE r.id = ${orderId} FOR UPDATE`,
  );
  if (!order) throw refuse("not_found", "billing.order_unknown", "There is no such order.");
  return order;
}

const notCancellable = () =>
  refuse(
    "conflict",
    "billing.order_not_cancellable",
    "Only an order nothing was paid for can be cancelled. Refund its invoice instead.",
  );

async function voidInvoiceOf(ctx: BillingContext, order: OrderRow, reason: string): Promise<void> {
  if (!order.invoice_id) return;
  await lockCredit(ctx.tx, order.account_id);
  const invoice = await lockInvoice(ctx.tx, order.invoice_id);
  if (invoice.status === "void") return;
  if (invoice.paid_minor > 0 || invoice.credited_minor > 0 || invoice.status === "paid")
    throw notCancellable();
  await ctx.tx.execute(
    sql`UPDATE billing.invoice SET status = 'void', voided_at = ${ctx.now.toString()} WHERE id = ${invoice.id}`,
  );
  await bookVoid(ctx.tx, { invoiceId: invoice.id, at: ctx.now });
  await stopDunning(ctx.tx, invoice.id, "void", ctx.now);
  await ctx.emit(InvoiceVoided, {
    accountId: invoice.account_id,
    invoiceId: invoice.id,
    fullNumber: invoice.full_number ?? "",
    reason,
  });
}

/** A coupon that was used for nothing may be used again. */
async function giveCouponBack(tx: Tx, orderId: string): Promise<void> {
  await tx.execute(
    sql`WITH given_back AS (DELETE FROM billing.coupon_redemption WHERE order_id = ${orderId} RETURNING coupon_id)
        UPDATE billing.coupon c SET redeemed = redeemed - 1 FROM given_back g WHERE c.id = g.coupon_id`,
  );
}

/**
 * Gives up an order that nothing was paid for: its invoice is void, what it was for never begins. The row must be locked.
 * Errors: `billing.order_not_cancellable`.
 */
export async function cancelOrder(ctx: BillingContext, order: OrderRow, reason: string): Promise<void> {
  if (order.status !== "open") throw notCancellable();
  await voidInvoiceOf(ctx, order, reason);
  await ctx.tx.execute(
    sql`UPDATE billing."order" SET status = 'cancelled', cancelled_at = ${ctx.now.toString()} WHERE id = ${order.id}`,
  );
  await giveCouponBack(ctx.tx, order.id);
  const purchase = await lockPurchase(ctx.tx, { orderId: order.id });
  if (purchase) await endPurchase(ctx, purchase, "cancelled");
  const subscription = await findSubscriptionOfOrder(ctx.tx, order.id);
  if (subscription) await endSubscription(ctx, subscription, reason);
  await ctx.emit(OrderCancelled, {
    accountId: order.account_id,
    orderId: order.id,
    reference: order.reference,
  });
}
