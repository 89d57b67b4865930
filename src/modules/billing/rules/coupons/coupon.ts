import { periodStart, type Period } from "../periods/period.ts";
import type { DraftDiscount, Ppm } from "../types.ts";

/** How long a coupon lowers what is due: the first invoice, so many months from the first period on, or for good. */
export type CouponDuration = "once" | "months" | "forever";

/** A coupon as rules need it. Instants ISO 8601 in UTC; `amountMinor` of `currency`, one of percent and amount. */
export interface CouponTerms {
  id: string;
  code: string;
  name: string;
  percentPpm: Ppm | null;
  amountMinor: number | null;
  currency: string | null;
  duration: CouponDuration;
  months: number | null;
  maxRedemptions: number | null;
  redeemed: number;
  oncePerAccount: boolean;
  /** Null: every offer. */
  offerIds: readonly string[] | null;
  startsAt: string;
  endsAt: string | null;
  archivedAt: string | null;
}

/** What somebody wants to use a coupon for. `accountRedemptions`: how often the account did already; 0 for a visitor. */
export interface CouponUse {
  offerId: string;
  currency: string;
  accountRedemptions: number;
  now: Temporal.Instant;
}

/** Why a coupon cannot be used: stable code, and a sentence for the person who typed it. */
export interface CouponProblem {
  code:
    | "coupon_unknown"
    | "coupon_not_yet"
    | "coupon_over"
    | "coupon_used_up"
    | "coupon_other_offer"
    | "coupon_other_currency"
    | "coupon_used_by_account";
  message: string;
}

export const UNKNOWN_COUPON: CouponProblem = {
  code: "coupon_unknown",
  message: "This code is not known here. Check its letters, or go on without it.",
};

const isAfter = (instant: Temporal.Instant, other: string) => Temporal.Instant.compare(instant, other) >= 0;

/** Whether a coupon counts for a purchase now: null, or the first reason why not. */
export function couponProblem(coupon: CouponTerms, use: CouponUse): CouponProblem | null {
  if (coupon.archivedAt !== null && isAfter(use.now, coupon.archivedAt))
    return { code: "coupon_over", message: "This code is no longer accepted." };
  if (!isAfter(use.now, coupon.startsAt))
    return { code: "coupon_not_yet", message: "This code is not accepted yet." };
  if (coupon.endsAt !== null && isAfter(use.now, coupon.endsAt))
    return { code: "coupon_over", message: "This code has ended." };
  if (coupon.offerIds !== null && !coupon.offerIds.includes(use.offerId))
    return { code: "coupon_other_offer", message: "This code is for another offer." };
  if (coupon.currency !== null && coupon.currency !== use.currency)
    return {
      code: "coupon_other_currency",
      message: `This code is for prices in ${coupon.currency}, and this one is in ${use.currency}.`,
    };
  if (coupon.maxRedemptions !== null && coupon.redeemed >= coupon.maxRedemptions)
    return { code: "coupon_used_up", message: "This code was used as often as it may be." };
  if (coupon.oncePerAccount && use.accountRedemptions > 0)
    return { code: "coupon_used_by_account", message: "You have used this code before. It counts once." };
  return null;
}

/** The coupon as an invoice applies it. */
export const couponDiscount = (coupon: CouponTerms): DraftDiscount => ({
  label: coupon.name,
  percentPpm: coupon.percentPpm,
  amountMinor: coupon.amountMinor,
  offerIds: coupon.offerIds,
});

/**
 * The first day a coupon no longer counts, given the first period it is used for: periods that begin before it are
 * lowered. Null: for good. A yearly period is lowered whole when it begins within the months.
 */
export function couponUntilOn(
  coupon: Pick<CouponTerms, "duration" | "months">,
  first: Period,
): string | null {
  switch (coupon.duration) {
    case "once":
      return first.endsOn;
    case "months":
      return periodStart(first.startsOn, { cycle: "month", cycleCount: coupon.months ?? 1 }, 1);
    case "forever":
      return null;
  }
}

/** Whether a period that begins on a day is lowered by a coupon that counts until another. */
export const couponCounts = (untilOn: string | null, startsOn: string): boolean =>
  untilOn === null || startsOn < untilOn;

/** Whether a coupon changes what a subscription is worth month by month: all but those for one invoice. */
export const isRecurringCoupon = ({ duration }: Pick<CouponTerms, "duration">): boolean =>
  duration !== "once";
