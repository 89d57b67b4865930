import { sql } from "#kernel/db/sql.ts";
import { recordCustomer } from "#modules/people/index.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { grantEntitlements } from "#modules/billing/entitlements/grant.ts";
import { SubscriptionStarted } from "#modules/billing/events/subscriptions.ts";
import { startEarning } from "#modules/billing/ledger/earning.ts";
import { couponUntilOn } from "#modules/billing/rules/coupons/coupon.ts";
import { periodAt } from "#modules/billing/rules/periods/period.ts";
import { addonsOn } from "#modules/billing/subscriptions/addons.ts";
import { beginPeriod } from "#modules/billing/subscriptions/begin-period.ts";
import type { SubscriptionRow } from "#modules/billing/subscriptions/load-subscription.ts";
import { periodLength, todayOf } from "#modules/billing/subscriptions/period-lines.ts";
import { recordState } from "#modules/billing/subscriptions/record-state.ts";

/** Gives what the plan and its add-ons entitle to, and counts the account as a customer. */
export async function giveAccess(
  ctx: BillingContext,
  subscription: SubscriptionRow,
  counts: boolean,
): Promise<void> {
  await grantEntitlements(ctx.tx, {
    accountId: subscription.account_id,
    offerId: subscription.offer_id,
    quantity: subscription.quantity,
    sourceKind: "subscription",
    sourceId: subscription.id,
    currency: subscription.currency,
    fromAt: ctx.now,
  });
  for (const addon of await addonsOn(ctx.tx, subscription.id, todayOf(subscription, ctx.now)))
    await grantEntitlements(ctx.tx, {
      accountId: subscription.account_id,
      offerId: addon.offer_id,
      quantity: addon.quantity,
      sourceKind: "subscription",
      sourceId: subscription.id,
      currency: subscription.currency,
      fromAt: ctx.now,
    });
  if (counts)
    await recordCustomer(ctx, {
      accountId: subscription.account_id,
      sourceKind: "subscription",
      sourceId: subscription.id,
      fromAt: ctx.now,
    });
}

/**
 * The first period begins today, where the customer lives, because today it was paid; its invoice says no days. The
 * anchor, from which all periods are counted, is today.
 */
export async function startPaid(
  ctx: BillingContext,
  subscription: SubscriptionRow,
  invoiceId: string,
): Promise<void> {
  const anchorOn = todayOf(subscription, ctx.now);
  const period = periodAt(anchorOn, periodLength(subscription.terms), 0);
  // A coupon for some months counts them from here, not from the order.
  const until = subscription.coupon ? couponUntilOn(subscription.coupon, period) : null;
  await ctx.tx.execute(
    sql`UPDATE billing.subscription SET status = 'active', anchor_on = ${anchorOn}, period_index = 1,
          period_starts_on = ${period.startsOn}, period_ends_on = ${period.endsOn}, coupon_until_on = ${until},
          started_at = coalesce(started_at, ${ctx.now.toString()}), ended_at = NULL, end_reason = NULL, cancel_on = NULL,
          paused_on = NULL, resumes_on = NULL, trial_ends_on = NULL, version = version + 1
        WHERE id = ${subscription.id}`,
  );
  await beginPeriod(ctx, subscription, period, invoiceId);
  await startEarning(ctx.tx, { invoiceId, fromOn: period.startsOn, untilOn: period.endsOn });
  await giveAccess(ctx, subscription, true);
  await recordState(
    ctx,
    { ...subscription, coupon_until_on: until },
    { status: "active", on: anchorOn, cause: SubscriptionStarted.name, causeId: invoiceId },
  );
  await ctx.emit(SubscriptionStarted, {
    accountId: subscription.account_id,
    subscriptionId: subscription.id,
    offerKey: subscription.offer_key,
    isTrial: false,
  });
}

/** A trial begins: access now, the first invoice when it ends. */
export async function startTrial(
  ctx: BillingContext,
  subscription: SubscriptionRow,
  days: number,
): Promise<string> {
  const today = Temporal.PlainDate.from(todayOf(subscription, ctx.now));
  const endsOn = today.add({ days }).toString();
  const first = periodAt(endsOn, periodLength(subscription.terms), 0);
  const until = subscription.coupon ? couponUntilOn(subscription.coupon, first) : null;
  await ctx.tx.execute(
    sql`UPDATE billing.subscription SET status = 'trialing', trial_ends_on = ${endsOn}, anchor_on = ${endsOn},
          period_index = 0, period_starts_on = ${today.toString()}, period_ends_on = ${endsOn}, coupon_until_on = ${until},
          started_at = ${ctx.now.toString()}, version = version + 1
        WHERE id = ${subscription.id}`,
  );
  await giveAccess(ctx, subscription, false);
  await recordState(ctx, subscription, {
    status: "trialing",
    on: today.toString(),
    cause: SubscriptionStarted.name,
    causeId: subscription.order_id,
  });
  await ctx.emit(SubscriptionStarted, {
    accountId: subscription.account_id,
    subscriptionId: subscription.id,
    offerKey: subscription.offer_key,
    isTrial: true,
  });
  return endsOn;
}
