import { allocate } from "#kernel/money.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { demandOnSale } from "#modules/billing/checkout/quote-checkout.ts";
import { Sale, SaleRef } from "#modules/billing/contract/storefront.ts";
import { getPrice } from "#modules/billing/queries/catalogue/get-price.ts";

/**
 * What a checkout page shows before anybody entered anything. Who has the link of an unlisted price may buy by it.
 * Errors: `billing.price_unknown`, `billing.price_ended`.
 */
export const getSale = defineQuery({
  name: "billing.get_sale",
  title: "Read what a price is for",
  http: "GET /public/prices/:priceId",
  access: "public",
  input: SaleRef,
  output: Sale,
  run: async ({ db, now, input }) => {
    const found = await getPrice(db, input.priceId);
    demandOnSale(found, now);
    const { id, terms, offer, product } = found;
    const parts = terms.instalments && allocate(terms.amountMinor, Array<number>(terms.instalments).fill(1));
    return {
      product: { key: product.key, name: product.name },
      offer,
      price: {
        id,
        ...terms,
        tiers: terms.tiers && [...terms.tiers],
        instalmentMinor: parts ? (parts[0] ?? null) : null,
      },
    };
  },
});
