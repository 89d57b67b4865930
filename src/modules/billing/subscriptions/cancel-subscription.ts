import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { SubscriptionStatusChanged } from "#modules/billing/events/subscriptions.ts";
import { endSubscription } from "#modules/billing/subscriptions/end-subscription.ts";
import type { SubscriptionRow } from "#modules/billing/subscriptions/load-subscription.ts";

const over = () => refuse("conflict", "billing.subscription_over", "This subscription has ended already.");

const tell = (
  ctx: BillingContext,
  subscription: SubscriptionRow,
  change: "cancellation_planned" | "cancellation_withdrawn",
  on: string | null,
) =>
  ctx.emit(SubscriptionStatusChanged, {
    accountId: subscription.account_id,
    subscriptionId: subscription.id,
    offerKey: subscription.offer_key,
    change,
    on,
  });

/**
 * Cancels at the end of the paid period, or now. What has no paid period to keep (not begun, suspended, paused) ends now.
 * The row must be locked. Errors: `billing.subscription_over`.
 */
export async function cancelSubscription(
  ctx: BillingContext,
  subscription: SubscriptionRow,
  cancellation: { when: "period_end" | "now"; reason: string },
) {
  if (subscription.status === "cancelled") throw over();
  const reason = cancellation.reason || "Cancelled";
  const keepsPeriod = ["trialing", "active", "past_due"].includes(subscription.status);
  if (cancellation.when === "now" || !keepsPeriod) {
    await endSubscription(ctx, subscription, reason);
    return { status: "cancelled" as const, on: null };
  }
  const on = subscription.period_ends_on;
  await ctx.tx.execute(
    sql`UPDATE billing.subscription SET cancel_on = ${on}, end_reason = ${reason}, pending_change = NULL,
          version = version + 1 WHERE id = ${subscription.id}`,
  );
  await tell(ctx, subscription, "cancellation_planned", on);
  return { status: subscription.status, on };
}

/** Takes a planned cancellation or pause back. The row must be locked. Errors: `billing.nothing_planned`. */
export async function keepSubscription(ctx: BillingContext, subscription: SubscriptionRow) {
  const isPlanned = subscription.cancel_on !== null || subscription.paused_on !== null;
  if (subscription.status === "cancelled" || subscription.status === "paused" || !isPlanned)
    throw refuse("conflict", "billing.nothing_planned", "No cancellation and no pause is planned here.");
  await ctx.tx.execute(
    sql`UPDATE billing.subscription SET cancel_on = NULL, paused_on = NULL, resumes_on = NULL, end_reason = NULL,
          version = version + 1 WHERE id = ${subscription.id}`,
  );
  await tell(ctx, subscription, "cancellation_withdrawn", null);
  return { status: subscription.status, on: subscription.period_ends_on };
}
