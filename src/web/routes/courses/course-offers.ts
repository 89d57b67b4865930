import type { PublicCourseCard } from "#modules/academy/contract/catalogue.ts";
import type { Catalogue, Offer, Price } from "../shop/price-words.ts";

/** A way to pay for a course. */
export interface CoursePrice {
  offer: Offer;
  price: Price;
}

/** How a page puts prices in order: the whole before parts, what is paid once before what is paid again and again. */
const ORDER: Record<Price["cycle"], number> = { once: 0, instalments: 1, month: 2, year: 3 };

/** The currencies a course is sold in, the company's first; empty when it is not on sale. */
export const courseCurrencies = (
  course: Pick<PublicCourseCard, "entitlement">,
  catalogue: Catalogue,
): string[] => {
  const sold = new Set(allPrices(course, catalogue).map(({ price }) => price.currency));
  return catalogue.currencies.filter((currency) => sold.has(currency));
};

function allPrices(
  { entitlement }: Pick<PublicCourseCard, "entitlement">,
  { products }: Catalogue,
): CoursePrice[] {
  if (entitlement === null) return [];
  return products
    .flatMap(({ offers }) => offers)
    .filter(({ entitlementKeys }) => entitlementKeys.includes(entitlement))
    .flatMap((offer) => offer.prices.map((price) => ({ offer, price })));
}

/** What a course costs in a currency, in the order a page shows it. */
export const coursePrices = (
  course: Pick<PublicCourseCard, "entitlement">,
  catalogue: Catalogue,
  currency: string | undefined,
): CoursePrice[] =>
  allPrices(course, catalogue)
    .filter(({ price }) => price.currency === currency)
    .toSorted((a, b) => ORDER[a.price.cycle] - ORDER[b.price.cycle]);
