import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { allocate } from "#kernel/money.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { PUBLIC_OFFERS } from "#modules/billing/catalogue/public-offers-cache.ts";
import { ListPublicOffers, PublicOffers, type PublicPrice } from "#modules/billing/contract/catalogue.ts";
import {
  OFFER,
  type OfferRow,
  PRODUCT,
  type ProductRow,
} from "#modules/billing/queries/catalogue/get-rows.ts";
import { offerPrices, type PriceOfOffer } from "#modules/billing/queries/catalogue/offer-prices.ts";
import { priceStanding } from "#modules/billing/rules/pricing/price-standing.ts";

interface PublicCatalogue {
  products: ProductRow[];
  offers: OfferRow[];
  /** Sold now or later: which of them count is decided at the instant of the question. */
  prices: PriceOfOffer[];
}

async function loadCatalogue(db: Db, now: Temporal.Instant): Promise<PublicCatalogue> {
  const products = await rows<ProductRow>(
    db,
    sql`SELECT ${PRODUCT} FROM billing.product d WHERE d.archived_at IS NULL ORDER BY d.position, d.key LIMIT 500`,
  );
  const offers = await rows<OfferRow>(
    db,
    sql`SELECT ${OFFER} FROM billing.offer o WHERE o.archived_at IS NULL AND o.is_public
        ORDER BY o.position, o.key LIMIT 2000`,
  );
  const prices = await offerPrices(
    db,
    offers.map(({ id }) => id),
    now,
  );
  return { products, offers, prices: prices.filter(({ standing }) => standing !== "ended") };
}

/** The first part is the largest: cents that do not divide are in it. */
const firstInstalment = ({ terms }: PriceOfOffer): number | null =>
  terms.instalments === null
    ? null
    : (allocate(terms.amountMinor, Array<number>(terms.instalments).fill(1))[0] ?? null);

const toPublic = (price: PriceOfOffer): z.input<typeof PublicPrice> => ({
  id: price.id,
  ...price.terms,
  instalmentMinor: firstInstalment(price),
});

const firstOfAll = (currencies: readonly string[], first: string): string[] =>
  [...new Set(currencies)].toSorted((a, b) => (a === first ? -1 : b === first ? 1 : a < b ? -1 : 1));

/**
 * Everything on public sale with its prices of now; what has no price is left out. Kept in memory until the catalogue
 * changes: visitors cost the database nothing.
 */
export const listPublicOffers = defineQuery({
  name: "billing.list_public_offers",
  title: "List what is on sale, with prices",
  http: "GET /public/offers",
  access: "public",
  input: ListPublicOffers,
  output: PublicOffers,
  run: async ({ db, input, now, cache, company }) => {
    const { products, offers, prices } = await cache.get(PUBLIC_OFFERS, () => loadCatalogue(db, now));
    const sold = prices.filter((price) => priceStanding(price, now) === "current");
    const shown = sold.filter(
      ({ terms }) => input.currency === undefined || terms.currency === input.currency,
    );
    const offersOf = (product: ProductRow) =>
      offers
        .filter(({ productId }) => productId === product.id)
        .map((offer) => ({
          ...offer,
          entitlementKeys: offer.entitlements.map(({ key }) => key),
          prices: shown.filter(({ offerId }) => offerId === offer.id).map(toPublic),
        }))
        .filter((offer) => offer.prices.length > 0);
    return {
      currencies: firstOfAll(
        sold.map(({ terms }) => terms.currency),
        (await company()).currency,
      ),
      products: products
        .filter(({ key }) => input.product === undefined || key === input.product)
        .map((product) => ({ ...product, offers: offersOf(product) }))
        .filter((product) => product.offers.length > 0),
    };
  },
});
