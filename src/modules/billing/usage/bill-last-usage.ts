import type { BillingContext } from "#modules/billing/billing-context.ts";
import { getCustomerSnapshot } from "#modules/billing/invoices/customer-snapshot.ts";
import { issueInvoice } from "#modules/billing/invoices/issue-invoices.ts";
import type { Period } from "#modules/billing/rules/periods/period.ts";
import { billingRules } from "#modules/billing/subscriptions/billing-rules.ts";
import type { SubscriptionRow } from "#modules/billing/subscriptions/load-subscription.ts";
import { drawOverage } from "#modules/billing/usage/draw-overage.ts";

/**
 * Bills what was used beyond the quota of a period that no renewal follows: the subscription ends or pauses. Without such
 * usage there is no invoice. Safe to call again.
 */
export async function billLastUsage(
  ctx: BillingContext,
  subscription: SubscriptionRow,
  ended: Period,
): Promise<void> {
  const lines = await drawOverage(ctx.tx, {
    accountId: subscription.account_id,
    subscriptionId: subscription.id,
    periodStartsOn: ended.startsOn,
    periodEndsOn: ended.endsOn,
  });
  if (lines.length === 0) return;
  await issueInvoice(ctx, {
    accountId: subscription.account_id,
    sourceKey: `usage:${subscription.id}:${ended.endsOn}`,
    sourceKind: "renewal",
    subscriptionId: subscription.id,
    draft: {
      currency: subscription.currency,
      includesTax: subscription.terms.includesTax,
      lines,
      discounts: [],
    },
    customer: await getCustomerSnapshot(ctx.tx, subscription.account_id),
    dueInDays: (await billingRules(ctx.tx)).renewalDueDays,
  });
}
