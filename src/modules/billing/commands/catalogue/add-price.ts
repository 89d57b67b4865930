import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { insertPrice, notBeforeNow } from "#modules/billing/catalogue/insert-price.ts";
import { PUBLIC_OFFERS } from "#modules/billing/catalogue/public-offers-cache.ts";
import { AddedPrice, AddPrice } from "#modules/billing/contract/price.ts";
import { PriceAdded } from "#modules/billing/events/catalogue.ts";
import { getOfferRow } from "#modules/billing/queries/catalogue/get-rows.ts";

/**
 * Adds a price to an offer, on sale now or from a later instant. The offer is locked: of two that overlap one is refused.
 * Errors: `billing.offer_unknown`, those of `insertPrice`.
 */
export const addPrice = defineCommand({
  name: "billing.add_price",
  title: "Add a price to an offer",
  http: "POST /billing/offers/:offerId/prices",
  access: "billing:catalogue",
  confirm: true,
  input: AddPrice,
  output: AddedPrice,
  load: (tx, { offerId }) => getOfferRow(tx, offerId, sql`FOR UPDATE`),
  run: async ({ tx, input, now, emit, cache }, offer) => {
    const { terms } = input;
    const until = input.soldUntilAt === null ? null : Temporal.Instant.from(input.soldUntilAt).toString();
    const window = { soldFromAt: notBeforeNow(input.soldFromAt, now), soldUntilAt: until };
    const priceId = await insertPrice(tx, offer, { terms, window }, now);
    await cache.invalidate(tx, PUBLIC_OFFERS);
    await emit(PriceAdded, {
      priceId,
      offerId: offer.id,
      currency: terms.currency,
      cycle: terms.cycle,
      ...window,
      replacesPriceId: null,
    });
    return { priceId };
  },
});
