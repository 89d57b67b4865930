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
