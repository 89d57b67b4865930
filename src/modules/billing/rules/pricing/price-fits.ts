import type { PriceCycle } from "../types.ts";

/** Kinds of offers: bought once, by subscription, or beside one. */
export type OfferKind = "one_off" | "subscription" | "addon";

/** Whether an offer of a kind may be sold by the cycle: what is bought once at once or in instalments, the rest recurring. */
export const cycleFits = (kind: OfferKind, cycle: PriceCycle): boolean =>
  kind === "one_off" ? cycle === "once" || cycle === "instalments" : cycle === "month" || cycle === "year";

/** Two prices a buyer would not choose between: same currency, cycle and number of instalments. */
export interface PriceSlot {
  currency: string;
  cycle: PriceCycle;
  cycleCount: number;
  instalments: number | null;
}

/** True for prices that may be sold one after the other alone. */
export const isSameSlot = (a: PriceSlot, b: PriceSlot): boolean =>
  a.currency === b.currency &&
  a.cycle === b.cycle &&
  a.cycleCount === b.cycleCount &&
  a.instalments === b.instalments;
