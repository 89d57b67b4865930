import { type SQL } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ListProducts, ProductPage } from "#modules/billing/contract/catalogue.ts";
import {
  OFFER,
  type OfferRow,
  PRODUCT,
  type ProductRow,
} from "#modules/billing/queries/catalogue/get-rows.ts";
import { offerPrices, type PriceOfOffer } from "#modules/billing/queries/catalogue/offer-prices.ts";
import { pageOf, readCursor } from "#modules/billing/queries/paging.ts";

type Asked = z.output<typeof ListProducts>;

const STANDING = {
  active: sql`AND d.archived_at IS NULL`,
  archived: sql`AND (d.archived_at IS NOT NULL OR EXISTS (SELECT FROM billing.offer o
    WHERE o.product_id = d.id AND o.archived_at IS NOT NULL))`,
  all: sql``,
};

const named = (text: string): SQL => sql`AND (position(lower(${text}) in lower(d.name || ' ' || d.key)) > 0
  OR EXISTS (SELECT FROM billing.offer o WHERE o.product_id = d.id
             AND position(lower(${text}) in lower(o.name || ' ' || o.key)) > 0))`;

const productRows = (db: Db, { text, kind, standing, limit }: Asked, after: string[] | undefined) =>
  rows<ProductRow>(
    db,
    sql`SELECT ${PRODUCT} FROM billing.product d
        WHERE true ${STANDING[standing]} ${kind ? sql`AND d.kind = ${kind}` : sql``} ${text ? named(text) : sql``}
          ${after ? sql`AND (d.position, d.key) > (${after[0]}::int, ${after[1]})` : sql``}
        ORDER BY d.position, d.key LIMIT ${limit + 1}`,
  );

/** Archived offers show among archived products and in the list of all. */
const offerRows = (db: Db, products: readonly ProductRow[], { standing }: Asked) =>
  rows<OfferRow>(
    db,
    sql`SELECT ${OFFER} FROM billing.offer o
        WHERE o.product_id = ANY(${sql.param(products.map(({ id }) => id))}::uuid[])
          ${standing === "active" ? sql`AND o.archived_at IS NULL` : sql``}
        ORDER BY o.position, o.key`,
  );

const withPrices = (offer: OfferRow, prices: readonly PriceOfOffer[]) => ({
  ...offer,
  prices: prices.filter((price) => price.offerId === offer.id && price.standing !== "ended"),
});

/** The catalogue by product, each with its offers and the prices that are sold or will be. */
export const listProducts = defineQuery({
  name: "billing.list_products",
  title: "List products with their offers and prices",
  http: "GET /billing/products",
  access: "billing:read",
  input: ListProducts,
  output: ProductPage,
  run: async ({ db, input, now }) => {
    const after = readCursor(input.cursor, 2);
    const page = await pageOf(productRows(db, input, after), input.limit, ({ position, key }) => [
      String(position),
      key,
    ]);
    const offers = await offerRows(db, page.items, input);
    const prices = await offerPrices(
      db,
      offers.map(({ id }) => id),
      now,
    );
    const byProduct = Map.groupBy(offers, ({ productId }) => productId);
    const items = page.items.map((product) => ({
      ...product,
      offers: (byProduct.get(product.id) ?? []).map((offer) => withPrices(offer, prices)),
    }));
    return { ...page, items };
  },
});
