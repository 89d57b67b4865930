import { localDate } from "#kernel/clock.ts";
import { priceAmount } from "#modules/billing/rules/pricing/price-amount.ts";
import type { DraftLine, PriceTerms } from "#modules/billing/rules/types.ts";
import type { SubscriptionRow } from "#modules/billing/subscriptions/load-subscription.ts";

/** Today, where the subscription's days are counted. */
export const todayOf = (subscription: Pick<SubscriptionRow, "zone">, now: Temporal.Instant): string =>
  localDate(now, subscription.zone).toString();

/** How long the periods of a price are. Errors: a price that is not recurring is a fault of the caller. */
export function periodLength(terms: Pick<PriceTerms, "cycle" | "cycleCount">) {
  if (terms.cycle !== "month" && terms.cycle !== "year") throw new Error("This price has no periods");
  return { cycle: terms.cycle, cycleCount: terms.cycleCount };
}

/** The line of one period of a plan; without days where the period begins when it is paid. */
export function periodLine(
  plan: Pick<
    SubscriptionRow,
    "offer_id" | "offer_name" | "product_name" | "price_id" | "quantity" | "terms" | "tax_category"
  >,
  period: { startsOn: string; endsOn: string } | null,
): DraftLine {
  const { amountMinor, unitMinor } = priceAmount(plan.terms, plan.quantity);
  return {
    description:
      plan.product_name === plan.offer_name ? plan.offer_name : `${plan.product_name} ${plan.offer_name}`,
    quantity: plan.quantity,
    unitMinor,
    amountMinor,
    isDiscountable: true,
    taxCategory: plan.tax_category,
    offerId: plan.offer_id,
    priceId: plan.price_id,
    periodStartsOn: period?.startsOn ?? null,
    periodEndsOn: period?.endsOn ?? null,
    revenue: "subscription",
    earnedDays: null,
  };
}
