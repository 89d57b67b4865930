import type { z } from "zod";
import type { Coupon } from "#modules/billing/contract/coupons.ts";
import { countOf } from "#web/format/plural.ts";

export type CouponOut = z.output<typeof Coupon>;

/** What a coupon takes off: "20 %", "$50.00". */
export function takesOff(
  { percentPpm, amountMinor, currency }: Pick<CouponOut, "percentPpm" | "amountMinor" | "currency">,
  money: (minor: bigint, currency: string) => string,
): string {
  if (percentPpm !== null) return `${percentPpm / 10_000} %`;
  return amountMinor === null || currency === null ? "" : money(BigInt(amountMinor), currency);
}

/** From what: the first invoice, some months, or all. */
export function lasts({ duration, months }: Pick<CouponOut, "duration" | "months">): string {
  if (duration === "once") return "off the first invoice";
  return duration === "forever" ? "off every invoice" : `off for ${countOf(months ?? 0, "month")}`;
}

/** How often it was used, of how often it may be. */
export const usedWords = ({
  redeemed,
  maxRedemptions,
}: Pick<CouponOut, "redeemed" | "maxRedemptions">): string =>
  maxRedemptions === null ? String(redeemed) : `${redeemed} of ${maxRedemptions}`;
