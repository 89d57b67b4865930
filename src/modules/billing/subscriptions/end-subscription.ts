import { sql } from "#kernel/db/sql.ts";
import { endCustomer } from "#modules/people/index.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { endEntitlements } from "#modules/billing/entitlements/grant.ts";
import { SubscriptionCancelled } from "#modules/billing/events/subscriptions.ts";
import type { SubscriptionRow } from "#modules/billing/subscriptions/load-subscription.ts";
import { todayOf } from "#modules/billing/subscriptions/period-lines.ts";
import { recordState } from "#modules/billing/subscriptions/record-state.ts";

/** Takes access away and stops counting the account as a customer by this subscription. */
export async function takeAccess(ctx: BillingContext, subscription: SubscriptionRow): Promise<void> {
  await endEntitlements(ctx.tx, { sourceId: subscription.id, at: ctx.now });
  await endCustomer(ctx, { sourceId: subscription.id, untilAt: ctx.now });
}

/** Ends a subscription now. The row must be locked. Safe to call again. */
export async function endSubscription(
  ctx: BillingContext,
  subscription: SubscriptionRow,
  reason: string,
): Promise<void> {
  if (subscription.status === "cancelled") return;
  await ctx.tx.execute(
    sql`UPDATE billing.subscription SET status = 'cancelled', ended_at = ${ctx.now.toString()}, end_reason = ${reason},
          pending_change = NULL, cancel_on = NULL, version = version + 1
        WHERE id = ${subscription.id}`,
  );
  await takeAccess(ctx, subscription);
  await recordState(ctx, subscription, {
    status: "cancelled",
    on: todayOf(subscription, ctx.now),
    cause: SubscriptionCancelled.name,
  });
  await ctx.emit(SubscriptionCancelled, {
    accountId: subscription.account_id,
    subscriptionId: subscription.id,
    offerKey: subscription.offer_key,
    reason,
  });
}
