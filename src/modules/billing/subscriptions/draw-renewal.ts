import { type Period, periodAt } from "#modules/billing/rules/periods/period.ts";
import type { DraftLine, InvoiceDraft } from "#modules/billing/rules/types.ts";
import { discountsOn } from "#modules/billing/subscriptions/discounts.ts";
import type { SubscriptionRow } from "#modules/billing/subscriptions/load-subscription.ts";
import { periodLength, periodLine } from "#modules/billing/subscriptions/period-lines.ts";

/** The period that begins next: number `period_index` from the anchor. */
export function nextPeriod(subscription: SubscriptionRow): Period {
  if (!subscription.anchor_on) throw new Error("A subscription that has not begun has no next period");
  return periodAt(subscription.anchor_on, periodLength(subscription.terms), subscription.period_index);
}

/** What the next period costs: the plan, its add-ons, and usage beyond the quota of the period that ended. */
export function drawRenewal(
  subscription: SubscriptionRow,
  period: Period,
  more: { addons: readonly DraftLine[]; overage: readonly DraftLine[] },
): InvoiceDraft {
  return {
    currency: subscription.currency,
    includesTax: subscription.terms.includesTax,
    lines: [periodLine(subscription, period), ...more.addons, ...more.overage],
    discounts: discountsOn(subscription, period.startsOn),
  };
}
