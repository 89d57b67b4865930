import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { SubscriptionStatusChanged } from "#modules/billing/events/subscriptions.ts";
import { getCustomerSnapshot } from "#modules/billing/invoices/customer-snapshot.ts";
import { issueInvoice } from "#modules/billing/invoices/issue-invoices.ts";
import { startEarning } from "#modules/billing/ledger/earning.ts";
import { periodAt } from "#modules/billing/rules/periods/period.ts";
import { billingRules } from "#modules/billing/subscriptions/billing-rules.ts";
import { beginPeriod } from "#modules/billing/subscriptions/begin-period.ts";
import { discountsOn } from "#modules/billing/subscriptions/discounts.ts";
import { takeAccess } from "#modules/billing/subscriptions/end-subscription.ts";
import type { SubscriptionRow } from "#modules/billing/subscriptions/load-subscription.ts";
import { periodLength, periodLine, todayOf } from "#modules/billing/subscriptions/period-lines.ts";
import { recordState } from "#modules/billing/subscriptions/record-state.ts";
import { giveAccess } from "#modules/billing/subscriptions/start-subscription.ts";

/** The paid period is over: no access and no bill until the subscription is resumed. */
export async function pauseNow(ctx: BillingContext, subscription: SubscriptionRow): Promise<void> {
  await ctx.tx.execute(
    sql`UPDATE billing.subscription SET status = 'paused', version = version + 1 WHERE id = ${subscription.id}`,
  );
  await takeAccess(ctx, subscription);
  await recordState(ctx, subscription, {
    status: "paused",
    on: todayOf(subscription, ctx.now),
    cause: "billing.subscription_paused",
  });
  await ctx.emit(SubscriptionStatusChanged, {
    accountId: subscription.account_id,
    subscriptionId: subscription.id,
    offerKey: subscription.offer_key,
    change: "paused",
    on: subscription.resumes_on,
  });
}

/** Begins again today with a period of its own; the invoice is due as a renewal is. The row must be locked and paused. */
export async function resumeNow(ctx: BillingContext, subscription: SubscriptionRow, dueInDays: number) {
  const anchorOn = todayOf(subscription, ctx.now);
  const period = periodAt(anchorOn, periodLength(subscription.terms), 0);
  await ctx.tx.execute(
    sql`UPDATE billing.subscription SET status = 'active', anchor_on = ${anchorOn}, period_index = 1,
          period_starts_on = ${period.startsOn}, period_ends_on = ${period.endsOn}, paused_on = NULL, resumes_on = NULL,
          version = version + 1
        WHERE id = ${subscription.id}`,
  );
  const invoice = await issueInvoice(ctx, {
    accountId: subscription.account_id,
    sourceKey: `subscription:${subscription.id}:${period.startsOn}`,
    sourceKind: "renewal",
    subscriptionId: subscription.id,
    draft: {
      currency: subscription.currency,
      includesTax: subscription.terms.includesTax,
      lines: [periodLine(subscription, period)],
      discounts: discountsOn(subscription, period.startsOn),
    },
    customer: await getCustomerSnapshot(ctx.tx, subscription.account_id),
    dueInDays,
  });
  await beginPeriod(ctx, subscription, period, invoice.id);
  await startEarning(ctx.tx, { invoiceId: invoice.id, fromOn: period.startsOn, untilOn: period.endsOn });
  await giveAccess(ctx, subscription, true);
  await recordState(ctx, subscription, {
    status: "active",
    on: anchorOn,
    cause: "billing.subscription_resumed",
    causeId: invoice.id,
  });
  await ctx.emit(SubscriptionStatusChanged, {
    accountId: subscription.account_id,
    subscriptionId: subscription.id,
    offerKey: subscription.offer_key,
    change: "resumed",
    on: anchorOn,
  });
  return invoice;
}

/** Begins a paused subscription again at the wish of the customer. The row must be locked. Errors: `billing.not_paused`. */
export async function resumeSubscriptionNow(ctx: BillingContext, subscription: SubscriptionRow) {
  if (subscription.status !== "paused")
    throw refuse("conflict", "billing.not_paused", "This subscription is not paused.");
  const { renewalDueDays } = await billingRules(ctx.tx);
  await resumeNow(ctx, subscription, renewalDueDays);
  return { status: "active" as const, on: todayOf(subscription, ctx.now) };
}
