import { isRecurringCoupon } from "#modules/billing/rules/coupons/coupon.ts";
import type { DraftDiscount } from "#modules/billing/rules/types.ts";
import type { SubscriptionRow } from "#modules/billing/subscriptions/load-subscription.ts";

/** The coupon that counts for a period beginning on a day; at most one. `coupon_until_on` null is forever. */
export function discountsOn(
  subscription: Pick<SubscriptionRow, "coupon" | "coupon_until_on">,
  startsOn: string,
): DraftDiscount[] {
  const { coupon, coupon_until_on: untilOn } = subscription;
  return coupon && (untilOn === null || startsOn < untilOn) ? [coupon] : [];
}

/** The coupon that counts for a further period beginning on a day: one for the first invoice is used up. */
export const discountsLater = (
  subscription: Pick<SubscriptionRow, "coupon" | "coupon_until_on">,
  startsOn: string,
): DraftDiscount[] =>
  subscription.coupon && isRecurringCoupon(subscription.coupon) ? discountsOn(subscription, startsOn) : [];
