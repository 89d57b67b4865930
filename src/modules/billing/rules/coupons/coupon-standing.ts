/** Accepted now, not yet, no longer (ended or archived), or used as often as it may be. */
export type CouponStanding = "accepted" | "scheduled" | "over" | "used_up";

/** What decides where a coupon stands. Instants ISO 8601. */
export interface CouponLimits {
  startsAt: string;
  endsAt: string | null;
  archivedAt: string | null;
  maxRedemptions: number | null;
  redeemed: number;
}

/** Where a coupon stands at an instant, whoever asks. */
export function couponStanding(coupon: CouponLimits, now: Temporal.Instant): CouponStanding {
  const reached = (at: string | null) => at !== null && Temporal.Instant.compare(now, at) >= 0;
  if (reached(coupon.archivedAt) || reached(coupon.endsAt)) return "over";
  if (coupon.maxRedemptions !== null && coupon.redeemed >= coupon.maxRedemptions) return "used_up";
  return reached(coupon.startsAt) ? "accepted" : "scheduled";
}
