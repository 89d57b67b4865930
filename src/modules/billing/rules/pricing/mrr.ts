import { mulDiv, sumMinor } from "#kernel/money.ts";
import type { DraftDiscount, Ppm, PriceTerms } from "../types.ts";
import { priceAmount } from "./price-amount.ts";

/** A recurring price that is being paid: of a plan or of an add-on. */
export interface RecurringItem {
  offerId: string;
  terms: PriceTerms;
  quantity: number;
  /** Tax inside of the price, where it includes any; else 0. */
  taxPpm: Ppm;
}

/** Months one period of a price has; null for what does not recur. */
export function monthsOf({ cycle, cycleCount }: Pick<PriceTerms, "cycle" | "cycleCount">): number | null {
  if (cycle === "month") return cycleCount;
  return cycle === "year" ? cycleCount * 12 : null;
}

const isFor = ({ offerIds }: DraftDiscount, offerId: string) =>
  offerIds === null || offerIds.includes(offerId);

/** Price of one period after discounts that fit: percentages of each item, amounts from the first items on. */
function discounted(items: readonly RecurringItem[], discounts: readonly DraftDiscount[]): number[] {
  let left = items.map(({ terms, quantity }) => priceAmount(terms, quantity).amountMinor);
  for (const discount of discounts) {
    let amount = discount.amountMinor ?? 0;
    left = left.map((price, index) => {
      if (!isFor(discount, items[index]?.offerId ?? "")) return price;
      if (discount.percentPpm !== null) return price - mulDiv(price, discount.percentPpm, 1_000_000);
      const part = Math.min(amount, price);
      amount -= part;
      return price - part;
    });
  }
  return left;
}

/**
 * Monthly recurring revenue of a subscription: its prices for a month, less recurring discounts (for months and forever;
 * leave one-time ones out), without tax, each item rounded half up. $2,000 a year is $166.67. What does not recur is 0;
 * so is a trial, which is the caller's to know. Source: ChartMogul's definition of MRR.
 */
export function monthlyWorth(items: readonly RecurringItem[], discounts: readonly DraftDiscount[]): number {
  const recurring = items.filter(({ terms }) => monthsOf(terms) !== null);
  const prices = discounted(recurring, discounts);
  return sumMinor(
    recurring.map(({ terms, taxPpm }, index) => {
      const months = monthsOf(terms) ?? 1;
      const price = prices[index] ?? 0;
      return terms.includesTax
        ? mulDiv(price, 1_000_000, (1_000_000 + taxPpm) * months)
        : mulDiv(price, 1, months);
    }),
  );
}
