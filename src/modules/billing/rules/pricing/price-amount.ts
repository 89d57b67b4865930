import { mulDiv, sumMinor } from "#kernel/money.ts";
import type { PriceTerms, PriceTier } from "../types.ts";

/** What a quantity costs for one period, or once; the sum of all instalments where it is paid in parts. */
export interface PriceAmount {
  amountMinor: number;
  /** Of one unit; null where tiers or packages make no single one. */
  unitMinor: number | null;
}

/** A tier, the units of the quantity that fall into it, and what they cost. */
export interface TierShare {
  tier: PriceTier;
  /** First and last unit of the tier; last null: no end. */
  from: number;
  to: number | null;
  units: number;
  amountMinor: number;
}

const times = (unitMinor: number, units: number) => mulDiv(unitMinor, units, 1);

/**
 * How a quantity spreads over the tiers. Graduated: each unit costs what its own tier says, and the flat part of every
 * tier reached is added. Volume: the tier the whole quantity falls into prices all of it. Tiers that get nothing stay in
 * the list with 0 units.
 */
export function tierShares({ scheme, tiers }: PriceTerms, quantity: number): TierShare[] {
  let below = 0;
  return (tiers ?? []).map((tier) => {
    const from = below + 1;
    const last = tier.upTo ?? Number.MAX_SAFE_INTEGER;
    const isHere = quantity >= from && quantity <= last;
    const within = Math.max(0, Math.min(quantity, last) - below);
    const units = scheme === "volume" ? (isHere ? quantity : 0) : within;
    below = last;
    const amountMinor = units === 0 ? 0 : sumMinor([times(tier.unitMinor, units), tier.flatMinor]);
    return { tier, from, to: tier.upTo, units, amountMinor };
  });
}

/**
 * The price of a quantity (whole, 0 or more), before discount and, unless the price includes it, before tax.
 * flat and per_seat: the amount of one times the quantity, which counts seats in the second; package: times the packages
 * begun. A quantity of 0 costs nothing. Errors: `money.out_of_range`.
 */
export function priceAmount(terms: PriceTerms, quantity: number): PriceAmount {
  if (quantity === 0) return { amountMinor: 0, unitMinor: null };
  const { amountMinor, packageSize } = terms;
  switch (terms.scheme) {
    case "flat":
    case "per_seat":
      return { amountMinor: times(amountMinor, quantity), unitMinor: amountMinor };
    case "package":
      return { amountMinor: times(amountMinor, Math.ceil(quantity / (packageSize ?? 1))), unitMinor: null };
    case "graduated":
    case "volume":
      return {
        amountMinor: sumMinor(tierShares(terms, quantity).map((s) => s.amountMinor)),
        unitMinor: null,
      };
  }
}
