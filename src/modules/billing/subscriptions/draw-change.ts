import { mulDiv } from "#kernel/money.ts";
import { type Period, periodAt } from "#modules/billing/rules/periods/period.ts";
import { priceAmount } from "#modules/billing/rules/pricing/price-amount.ts";
import { type ProrationMode, prorate } from "#modules/billing/rules/pricing/prorate.ts";
import type { DraftDiscount, DraftLine, InvoiceDraft } from "#modules/billing/rules/types.ts";
import { discountsLater, discountsOn } from "#modules/billing/subscriptions/discounts.ts";
import type { SubscriptionRow } from "#modules/billing/subscriptions/load-subscription.ts";
import { periodLength, periodLine, todayOf } from "#modules/billing/subscriptions/period-lines.ts";

/** A plan a subscription could be on. */
export type PlanChoice = Pick<
  SubscriptionRow,
  "offer_id" | "offer_name" | "product_name" | "tax_category" | "price_id" | "quantity" | "terms"
>;

/** A change as it would be carried out. `period` is the one the subscription is in afterwards. */
export interface DrawnChange {
  draft: InvoiceDraft;
  period: Period;
  isNewRhythm: boolean;
}

const isSameRhythm = (a: PlanChoice["terms"], b: PlanChoice["terms"]): boolean =>
  a.cycle === b.cycle && a.cycleCount === b.cycleCount;

/** What a period of a plan costs after the coupon that counts in it. */
function afterCoupon(plan: PlanChoice, discounts: readonly DraftDiscount[]): number {
  const { amountMinor } = priceAmount(plan.terms, plan.quantity);
  const [coupon] = discounts.filter(({ offerIds }) => offerIds === null || offerIds.includes(plan.offer_id));
  if (!coupon) return amountMinor;
  const off = coupon.percentPpm
    ? mulDiv(amountMinor, coupon.percentPpm, 1_000_000)
    : (coupon.amountMinor ?? 0);
  return amountMinor - Math.min(off, amountMinor);
}

/**
 * What a change now comes to: the unused part of the plan that is left, given back at the price it was paid, and the rest
 * of the period on the new one. Another rhythm begins a whole period today, which a coupon for the first invoice alone does
 * not lower. During a trial nothing is owed.
 */
export function drawChange(
  subscription: SubscriptionRow,
  to: PlanChoice,
  given: { now: Temporal.Instant; mode: ProrationMode },
): DrawnChange {
  const current = currentPeriod(subscription);
  const today = todayOf(subscription, given.now);
  const isNewRhythm = !isSameRhythm(subscription.terms, to.terms);
  const period = isNewRhythm ? periodAt(today, periodLength(to.terms), 0) : current;
  const rest = (amountMinor: number) =>
    prorate(amountMinor, { period: current, from: given.now, mode: given.mode, zone: subscription.zone });
  const discounts = discountsOn(subscription, current.startsOn);
  const line = (plan: PlanChoice, amountMinor: number, title: string, days: Period): DraftLine => ({
    ...periodLine(plan, days),
    description: title,
    quantity: 1,
    unitMinor: null,
    amountMinor,
    isDiscountable: false,
  });
  const from = { startsOn: today, endsOn: current.endsOn };
  const unused = rest(afterCoupon(subscription, discounts));
  const price = afterCoupon(to, isNewRhythm ? discountsLater(subscription, period.startsOn) : discounts);
  const lines =
    subscription.status === "trialing"
      ? []
      : [
          line(subscription, -unused, `Unused time: ${planName(subscription)}`, from),
          isNewRhythm
            ? line(to, price, planName(to), period)
            : line(to, rest(price), `Remaining time: ${planName(to)}`, from),
        ];
  return {
    draft: {
      currency: subscription.currency,
      includesTax: to.terms.includesTax,
      lines,
      discounts: [],
    },
    period,
    isNewRhythm,
  };
}

function currentPeriod(subscription: SubscriptionRow): Period {
  if (!subscription.period_starts_on || !subscription.period_ends_on)
    throw new Error("A subscription that has not begun has no period");
  return { startsOn: subscription.period_starts_on, endsOn: subscription.period_ends_on };
}

/** `Studio Pro`, with the seats where there are several. */
export function planName(plan: PlanChoice): string {
  const name = periodLine(plan, null).description;
  return plan.quantity > 1 ? `${name} × ${plan.quantity}` : name;
}

/** True when the new plan costs more a month than the old: an upgrade applies at once. */
export function isUpgrade(from: PlanChoice, to: PlanChoice): boolean {
  const perYear = (plan: PlanChoice) =>
    (priceAmount(plan.terms, plan.quantity).amountMinor * (plan.terms.cycle === "month" ? 12 : 1)) /
    plan.terms.cycleCount;
  return perYear(to) > perYear(from);
}
