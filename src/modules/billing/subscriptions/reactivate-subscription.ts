import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { getCustomerSnapshot } from "#modules/billing/invoices/customer-snapshot.ts";
import { issueInvoice } from "#modules/billing/invoices/issue-invoices.ts";
import type { IssuedInvoice } from "#modules/billing/invoices/invoice-plan.ts";
import { billingRules } from "#modules/billing/subscriptions/billing-rules.ts";
import { loadPlan } from "#modules/billing/subscriptions/load-plan.ts";
import type { SubscriptionRow } from "#modules/billing/subscriptions/load-subscription.ts";
import { periodLine } from "#modules/billing/subscriptions/period-lines.ts";

/**
 * Buys an ended subscription again, on the plan it had if that is sold still: an invoice now, access and a new period when
 * it is paid. The row must be locked. Errors: `billing.subscription_running`, `billing.plan_unfit`.
 */
export async function reactivateSubscription(
  ctx: BillingContext,
  subscription: SubscriptionRow,
): Promise<IssuedInvoice> {
  if (subscription.status !== "cancelled")
    throw refuse("conflict", "billing.subscription_running", "This subscription has not ended.");
  await loadPlan(
    ctx.tx,
    subscription,
    { priceId: subscription.price_id, quantity: subscription.quantity },
    ctx.now,
  );
  // Its coupon went with it.
  await ctx.tx.execute(
    sql`UPDATE billing.subscription SET status = 'incomplete', coupon_id = NULL, coupon_until_on = NULL, cancel_on = NULL,
          pending_change = NULL, version = version + 1 WHERE id = ${subscription.id}`,
  );
  const { orderDueDays } = await billingRules(ctx.tx);
  return issueInvoice(ctx, {
    accountId: subscription.account_id,
    sourceKey: `reactivation:${subscription.id}:${ctx.now.toString()}`,
    sourceKind: "change",
    subscriptionId: subscription.id,
    draft: {
      currency: subscription.currency,
      includesTax: subscription.terms.includesTax,
      lines: [periodLine(subscription, null)],
      discounts: [],
    },
    customer: await getCustomerSnapshot(ctx.tx, subscription.account_id),
    dueInDays: orderDueDays,
  });
}
