import { allocate, mulDiv } from "#kernel/money.ts";
import { periodStart } from "../periods/period.ts";
import type { DraftDiscount } from "../types.ts";

/** One part of a price: position from 1, the local day it is due, minor units. */
export interface InstalmentTerm {
  position: number;
  dueOn: string;
  amountMinor: number;
}

/**
 * A price in `count` equal parts, due monthly from the first day on; cents that do not divide are in the earliest parts,
 * and the parts add up to the price exactly.
 */
export function instalmentTerms(amountMinor: number, count: number, firstOn: string): InstalmentTerm[] {
  const parts = allocate(amountMinor, Array<number>(count).fill(1));
  return parts.map((part, index) => ({
    position: index + 1,
    dueOn: periodStart(firstOn, { cycle: "month", cycleCount: 1 }, index),
    amountMinor: part,
  }));
}

/**
 * A discount on the whole price as one of amounts, one for each instalment, adding up to what it would have been on one
 * invoice. Amounts are those of `instalmentTerms`.
 */
export function discountPerInstalment(
  discount: DraftDiscount,
  amountsMinor: readonly number[],
): DraftDiscount[] {
  const price = amountsMinor.reduce((sum, amount) => sum + amount, 0);
  const whole =
    discount.percentPpm === null
      ? Math.min(discount.amountMinor ?? 0, price)
      : mulDiv(price, discount.percentPpm, 1_000_000);
  return allocate(whole, price === 0 ? amountsMinor.map(() => 1) : amountsMinor).map((amountMinor) => ({
    ...discount,
    percentPpm: null,
    amountMinor,
  }));
}
