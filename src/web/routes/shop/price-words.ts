import type { z } from "zod";
import type { PublicOffers } from "#modules/billing/contract/catalogue.ts";
import { countOf } from "#web/format/plural.ts";

export type Catalogue = z.output<typeof PublicOffers>;
export type Product = Catalogue["products"][number];
export type Offer = Product["offers"][number];
export type Price = Offer["prices"][number];
export type Cycle = Price["cycle"];

/** Which prices a visitor looks at: by the month or by the year, in one currency. */
export interface PriceView {
  per: "month" | "year";
  currency: string;
}

/** Reads the view from the page's address; anything unknown is by the month, in the first currency. */
export function priceView(url: string, currencies: readonly string[]): PriceView {
  const asked = new URL(url).searchParams;
  const currency = asked.get("currency")?.toUpperCase();
  return {
    per: asked.get("per") === "year" ? "year" : "month",
    currency: currencies.find((known) => known === currency) ?? currencies[0] ?? "USD",
  };
}

/** The address of another view; what is usual stands in no address, so that each view has one. */
export function viewPath({ per, currency }: PriceView, usualCurrency: string | undefined): string {
  const params = new URLSearchParams();
  if (per === "year") params.set("per", "year");
  if (currency !== usualCurrency) params.set("currency", currency);
  const search = params.toString();
  return search ? `/pricing?${search}` : "/pricing";
}

/** The price of a subscription in a view; the other cycle's where it has no such one. */
export function subscriptionPrice(prices: readonly Price[], { per, currency }: PriceView): Price | undefined {
  const own = prices.filter((price) => price.currency === currency && isRecurring(price.cycle));
  return own.find(({ cycle }) => cycle === per) ?? own[0];
}

/** Prices of what is bought once, the whole before the parts. */
export const onceOffPrices = (prices: readonly Price[], currency: string): Price[] =>
  prices
    .filter((price) => price.currency === currency && !isRecurring(price.cycle))
    .toSorted((a, b) => Number(a.cycle === "instalments") - Number(b.cycle === "instalments"));

export const isRecurring = (cycle: Cycle): boolean => cycle === "month" || cycle === "year";

/** "a month", "every 3 months", "a year", "once". */
export function cycleWords(cycle: Cycle, count: number): string {
  if (!isRecurring(cycle)) return "once";
  return count === 1 ? `a ${cycle}` : `every ${count} ${cycle}s`;
}

/** What an amount is of: nothing where it is the whole, else "a seat", "for the first 100 a unit". */
export function unitWords({ scheme, packageSize }: Pick<Price, "scheme" | "packageSize">): string {
  if (scheme === "per_seat") return "a seat";
  if (scheme === "package") return `for ${countOf(packageSize ?? 1, "unit")}`;
  return "";
}

/** The amount a card shows: of tiers the cheapest unit, which is where "from" comes from. In minor units. */
export function shownAmount({ scheme, amountMinor, tiers }: Price): { minor: number; isFrom: boolean } {
  if ((scheme === "graduated" || scheme === "volume") && tiers)
    return { minor: Math.min(...tiers.map(({ unitMinor }) => unitMinor)), isFrom: true };
  return { minor: amountMinor, isFrom: false };
}

/** What a year saves against twelve months of the same offer; null where there is nothing to compare. Minor units. */
export function yearSaves(prices: readonly Price[], currency: string): number | null {
  const of = (cycle: Cycle) =>
    prices.find((price) => price.currency === currency && price.cycle === cycle && price.cycleCount === 1);
  const [month, year] = [of("month"), of("year")];
  if (!month || !year || month.scheme !== year.scheme) return null;
  const saved = month.amountMinor * 12 - year.amountMinor;
  return saved > 0 ? saved : null;
}

/** How tax stands to the prices of a view, in a sentence. */
export const taxWords = (prices: readonly Price[]): string =>
  prices.length > 0 && prices.every(({ includesTax }) => includesTax)
    ? "Prices include tax."
    : "Tax is added where it is due; you see it before you order.";

/** "A year of access", "90 days of access", or nothing where it never ends. */
export function accessWords(days: number | null): string | null {
  if (days === null) return null;
  if (days === 365) return "A year of access";
  return days % 365 === 0 ? `${days / 365} years of access` : `${countOf(days, "day")} of access`;
}
