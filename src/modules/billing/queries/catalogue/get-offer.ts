import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { Offer, OfferRef } from "#modules/billing/contract/catalogue.ts";
import { getOfferRow, getProductRow } from "#modules/billing/queries/catalogue/get-rows.ts";
import { offerPrices } from "#modules/billing/queries/catalogue/offer-prices.ts";

interface Sold {
  activeSubscriptions: number;
  activePurchases: number;
}

const countSold = async (db: Db, offerId: string): Promise<Sold> =>
  (await firstRow<Sold>(
    db,
    sql`SELECT (SELECT count(*)::int FROM billing.subscription WHERE offer_id = ${offerId}
                AND status IN ('trialing', 'active', 'past_due', 'suspended', 'paused')) AS "activeSubscriptions",
          (SELECT count(*)::int FROM billing.purchase WHERE offer_id = ${offerId} AND status = 'active')
            AS "activePurchases"`,
  )) ?? { activeSubscriptions: 0, activePurchases: 0 };

/** An offer with its product, all its prices, and how it sells. Errors: `billing.offer_unknown`. */
export const getOffer = defineQuery({
  name: "billing.get_offer",
  title: "Show an offer with all its prices",
  http: "GET /billing/offers/:offerId",
  access: "billing:read",
  input: OfferRef,
  output: Offer,
  run: async ({ db, input, now }) => {
    const offer = await getOfferRow(db, input.offerId);
    return {
      ...offer,
      product: await getProductRow(db, offer.productId),
      prices: await offerPrices(db, [offer.id], now),
      ...(await countSold(db, offer.id)),
    };
  },
});
