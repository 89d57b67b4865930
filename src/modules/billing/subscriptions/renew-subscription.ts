import { sql } from "#kernel/db/sql.ts";
import { getCustomerSnapshot } from "#modules/billing/invoices/customer-snapshot.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { SubscriptionRenewed } from "#modules/billing/events/subscriptions.ts";
import { issueInvoice } from "#modules/billing/invoices/issue-invoices.ts";
import { startEarning } from "#modules/billing/ledger/earning.ts";
import { addonLines } from "#modules/billing/subscriptions/addons.ts";
import { applyPending } from "#modules/billing/subscriptions/apply-pending.ts";
import { billingRules } from "#modules/billing/subscriptions/billing-rules.ts";
import { endRemovedAddons } from "#modules/billing/subscriptions/change-addons.ts";
import { drawRenewal, nextPeriod } from "#modules/billing/subscriptions/draw-renewal.ts";
import { endSubscription } from "#modules/billing/subscriptions/end-subscription.ts";
import { lockToBill, type SubscriptionRow } from "#modules/billing/subscriptions/load-subscription.ts";
import { todayOf } from "#modules/billing/subscriptions/period-lines.ts";
import { pauseNow } from "#modules/billing/subscriptions/pause-subscription.ts";
import { recordState } from "#modules/billing/subscriptions/record-state.ts";
import { giveAccess } from "#modules/billing/subscriptions/start-subscription.ts";
import { billLastUsage } from "#modules/billing/usage/bill-last-usage.ts";
import { drawOverage } from "#modules/billing/usage/draw-overage.ts";

async function billPeriod(ctx: BillingContext, before: SubscriptionRow): Promise<void> {
  const subscription = await applyPending(ctx, before);
  const wasTrial = subscription.status === "trialing";
  const period = nextPeriod(subscription);
  const ended =
    subscription.period_starts_on && subscription.period_ends_on && !wasTrial
      ? { startsOn: subscription.period_starts_on, endsOn: subscription.period_ends_on }
      : null;
  const status = wasTrial ? "active" : subscription.status;
  await ctx.tx.execute(
    sql`UPDATE billing.subscription SET status = ${status}, period_index = period_index + 1,
          period_starts_on = ${period.startsOn}, period_ends_on = ${period.endsOn}, version = version + 1
        WHERE id = ${subscription.id}`,
  );
  const invoice = await issueInvoice(ctx, {
    accountId: subscription.account_id,
    sourceKey: `subscription:${subscription.id}:${period.startsOn}`,
    sourceKind: "renewal",
    subscriptionId: subscription.id,
    draft: drawRenewal(subscription, period, {
      addons: await addonLines(ctx.tx, subscription.id, period),
      overage: ended
        ? await drawOverage(ctx.tx, {
            accountId: subscription.account_id,
            subscriptionId: subscription.id,
            periodStartsOn: ended.startsOn,
            periodEndsOn: ended.endsOn,
          })
        : [],
    }),
    customer: await getCustomerSnapshot(ctx.tx, subscription.account_id),
    dueInDays: (await billingRules(ctx.tx)).renewalDueDays,
  });
  await ctx.tx.execute(
    sql`INSERT INTO billing.subscription_period (subscription_id, account_id, starts_on, ends_on, invoice_id, billed_at)
        VALUES (${subscription.id}, ${subscription.account_id}, ${period.startsOn}, ${period.endsOn}, ${invoice.id},
                ${ctx.now.toString()})`,
  );
  await startEarning(ctx.tx, { invoiceId: invoice.id, fromOn: period.startsOn, untilOn: period.endsOn });
  await endRemovedAddons(ctx, subscription, period.startsOn);
  if (wasTrial) await giveAccess(ctx, subscription, true);
  // A coupon that ran out or a change that waited shows here.
  await recordState(ctx, subscription, {
    status,
    on: period.startsOn,
    cause: SubscriptionRenewed.name,
    causeId: invoice.id,
  });
  await ctx.emit(SubscriptionRenewed, {
    accountId: subscription.account_id,
    subscriptionId: subscription.id,
    offerKey: subscription.offer_key,
    periodStartsOn: period.startsOn,
    periodEndsOn: period.endsOn,
  });
}

/** True while a subscription is billed when its period ends. A suspended one is not: nobody pays for what is withheld. */
const isBilled = (subscription: SubscriptionRow): boolean =>
  ["trialing", "active", "past_due"].includes(subscription.status);

/**
 * Does what the end of a period asks for: end it, pause it, or bill the next one; again until the current period is
 * reached, so that days without a worker are caught up in order. Safe to call at any time. Gives how many periods were
 * billed.
 */
export async function renewSubscription(ctx: BillingContext, subscriptionId: string): Promise<number> {
  for (let billed = 0; ; billed += 1) {
    const subscription = await lockToBill(ctx.tx, subscriptionId);
    const today = todayOf(subscription, ctx.now);
    if (!isBilled(subscription) || !subscription.period_ends_on || subscription.period_ends_on > today)
      return billed;
    const { period_starts_on: startsOn, period_ends_on: endsOn } = subscription;
    const billUsage = () =>
      startsOn && endsOn ? billLastUsage(ctx, subscription, { startsOn, endsOn }) : undefined;
    if (subscription.cancel_on && subscription.cancel_on <= subscription.period_ends_on) {
      await billUsage();
      await endSubscription(ctx, subscription, subscription.end_reason ?? "Cancelled by the customer");
      return billed;
    }
    if (subscription.paused_on && subscription.paused_on <= subscription.period_ends_on) {
      await billUsage();
      await pauseNow(ctx, subscription);
      return billed;
    }
    await billPeriod(ctx, subscription);
  }
}
