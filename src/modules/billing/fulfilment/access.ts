import { firstRow, sql } from "#kernel/db/sql.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { endEntitlements } from "#modules/billing/entitlements/grant.ts";
import { SubscriptionStatusChanged } from "#modules/billing/events/subscriptions.ts";
import { lockPurchase, restorePurchase, suspendPurchase } from "#modules/billing/fulfilment/purchase.ts";
import { lockSubscription, type SubscriptionRow } from "#modules/billing/subscriptions/load-subscription.ts";
import { todayOf } from "#modules/billing/subscriptions/period-lines.ts";
import { recordState } from "#modules/billing/subscriptions/record-state.ts";
import { giveAccess } from "#modules/billing/subscriptions/start-subscription.ts";

/** What an invoice paid for, as far as access hangs on it. */
export interface InvoiceSubject {
  id: string;
  account_id: string;
  purchase_id: string | null;
  subscription_id: string | null;
}

async function setStatus(
  ctx: BillingContext,
  subscription: SubscriptionRow,
  status: "past_due" | "suspended" | "active",
  change: "past_due" | "suspended" | "restored",
) {
  await ctx.tx.execute(
    sql`UPDATE billing.subscription SET status = ${status}, version = version + 1 WHERE id = ${subscription.id}`,
  );
  const on = todayOf(subscription, ctx.now);
  await recordState(ctx, subscription, { status, on, cause: `billing.subscription_${change}` });
  await ctx.emit(SubscriptionStatusChanged, {
    accountId: subscription.account_id,
    subscriptionId: subscription.id,
    offerKey: subscription.offer_key,
    change,
    on: null,
  });
}

/** An invoice is late: its subscription is past due, and keeps its access for the grace. */
export async function markPastDue(ctx: BillingContext, invoice: InvoiceSubject): Promise<void> {
  if (!invoice.subscription_id) return;
  const subscription = await lockSubscription(ctx.tx, invoice.subscription_id);
  if (subscription.status === "active") await setStatus(ctx, subscription, "past_due", "past_due");
}

/** The grace is over: access is held back until the invoice is paid. Safe to call again. */
export async function suspendAccess(ctx: BillingContext, invoice: InvoiceSubject): Promise<void> {
  if (invoice.subscription_id) {
    const subscription = await lockSubscription(ctx.tx, invoice.subscription_id);
    if (subscription.status === "active" || subscription.status === "past_due") {
      await endEntitlements(ctx.tx, { sourceId: subscription.id, at: ctx.now });
      await setStatus(ctx, subscription, "suspended", "suspended");
    }
  }
  if (invoice.purchase_id) {
    const purchase = await lockPurchase(ctx.tx, { purchaseId: invoice.purchase_id });
    if (purchase) await suspendPurchase(ctx, purchase);
  }
}

/** True while another invoice of the same thing is late. */
async function hasOtherOverdue(ctx: BillingContext, invoice: InvoiceSubject): Promise<boolean> {
  const row = await firstRow(
    ctx.tx,
    sql`SELECT 1 FROM billing.invoice i
        WHERE i.account_id = ${invoice.account_id} AND i.id <> ${invoice.id} AND i.status IN ('open', 'uncollectible')
          AND i.kind = 'invoice' AND i.due_on < ${ctx.now.toString().slice(0, 10)}
          AND ${invoice.subscription_id ? sql`i.subscription_id = ${invoice.subscription_id}` : sql`i.purchase_id = ${invoice.purchase_id}`}
        LIMIT 1`,
  );
  return row !== undefined;
}

/**
 * Nobody pays for what was withheld: where the period ended meanwhile, the next one begins today, and the billing run
 * bills it.
 */
async function skipWithheld(ctx: BillingContext, subscription: SubscriptionRow): Promise<void> {
  const today = todayOf(subscription, ctx.now);
  await ctx.tx.execute(
    sql`UPDATE billing.subscription SET anchor_on = ${today}, period_index = 0, period_ends_on = ${today}
        WHERE id = ${subscription.id} AND period_ends_on < ${today}`,
  );
}

/** Money came: access is given again once nothing of it is late. Safe to call again. */
export async function restoreAccess(ctx: BillingContext, invoice: InvoiceSubject): Promise<void> {
  if (await hasOtherOverdue(ctx, invoice)) return;
  if (invoice.subscription_id) {
    const subscription = await lockSubscription(ctx.tx, invoice.subscription_id);
    if (subscription.status === "suspended") {
      await skipWithheld(ctx, subscription);
      await giveAccess(ctx, subscription, false);
    }
    if (subscription.status === "suspended" || subscription.status === "past_due")
      await setStatus(ctx, subscription, "active", "restored");
  }
  if (invoice.purchase_id) {
    const purchase = await lockPurchase(ctx.tx, { purchaseId: invoice.purchase_id });
    if (purchase) await restorePurchase(ctx, purchase);
  }
}
