import { sql } from "#kernel/db/sql.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { endEntitlements } from "#modules/billing/entitlements/grant.ts";
import { getSubscription, type SubscriptionRow } from "#modules/billing/subscriptions/load-subscription.ts";
import { giveAccess } from "#modules/billing/subscriptions/start-subscription.ts";

/** Puts a plan and a number of seats on a subscription: the row, and what it entitles to. */
export async function switchPlan(
  ctx: BillingContext,
  subscription: SubscriptionRow,
  to: { priceId: string; quantity: number },
): Promise<SubscriptionRow> {
  await ctx.tx.execute(
    sql`UPDATE billing.subscription s SET price_id = p.id, offer_id = p.offer_id, quantity = ${to.quantity},
          pending_change = NULL, version = version + 1
        FROM billing.price p WHERE p.id = ${to.priceId} AND s.id = ${subscription.id}`,
  );
  await ctx.tx.execute(
    sql`UPDATE billing.price SET used_at = ${ctx.now.toString()} WHERE id = ${to.priceId} AND used_at IS NULL`,
  );
  await endEntitlements(ctx.tx, { sourceId: subscription.id, at: ctx.now });
  const switched = await getSubscription(ctx.tx, subscription.id);
  await giveAccess(ctx, switched, false);
  return switched;
}

/**
 * Carries out the change that waited for the end of the period. Another rhythm (monthly to yearly) counts its periods from
 * there on.
 */
export async function applyPending(
  ctx: BillingContext,
  subscription: SubscriptionRow,
): Promise<SubscriptionRow> {
  const { pending_change: change } = subscription;
  if (!change) return subscription;
  const switched = await switchPlan(ctx, subscription, change);
  const isSameRhythm =
    switched.terms.cycle === subscription.terms.cycle &&
    switched.terms.cycleCount === subscription.terms.cycleCount;
  if (isSameRhythm) return switched;
  await ctx.tx.execute(
    sql`UPDATE billing.subscription SET anchor_on = period_ends_on, period_index = 0 WHERE id = ${subscription.id}`,
  );
  return getSubscription(ctx.tx, subscription.id);
}
