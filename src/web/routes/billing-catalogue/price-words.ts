import type { z } from "zod";
import type { PriceTerms } from "#modules/billing/contract/price.ts";

export type Terms = z.output<typeof PriceTerms>;

/** Writes an amount in minor units of the price's currency. */
export type Money = (minor: number) => string;

const UNITS = { month: ["month", "months"], year: ["year", "years"] } as const;

/** How often a price is due: "a month", "every 3 months", "once", "in 3 instalments". */
export function cycleWords({ cycle, cycleCount, instalments }: Terms): string {
  if (cycle === "once") return "once";
  if (cycle === "instalments") return `in ${instalments} instalments`;
  const [one, many] = UNITS[cycle];
  return cycleCount === 1 ? `a ${one}` : `every ${cycleCount} ${many}`;
}

function amountWords({ scheme, amountMinor, packageSize, tiers }: Terms, money: Money): string {
  switch (scheme) {
    case "flat":
      return money(amountMinor);
    case "per_seat":
      return `${money(amountMinor)} a seat`;
    case "package":
      return `${money(amountMinor)} for every ${packageSize}`;
    case "graduated":
    case "volume":
      return `From ${money(Math.min(...(tiers ?? []).map(({ unitMinor }) => unitMinor)))} each`;
  }
}

/** A price in a few words: "$97.00 a month", "$19.00 a seat a month", "€1,641.00 in 3 instalments". */
export const priceWords = (terms: Terms, money: Money): string =>
  `${amountWords(terms, money)} ${cycleWords(terms)}`;

/** Whether tax is in the price. */
export const taxWords = ({ includesTax }: { includesTax: boolean }): string =>
  includesTax ? "tax included" : "plus tax";
