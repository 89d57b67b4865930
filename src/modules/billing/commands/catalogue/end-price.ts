import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { notBeforeNow } from "#modules/billing/catalogue/insert-price.ts";
import { lockPrice } from "#modules/billing/catalogue/lock-price.ts";
import { PUBLIC_OFFERS } from "#modules/billing/catalogue/public-offers-cache.ts";
import { Done } from "#modules/billing/contract/catalogue.ts";
import { EndPrice } from "#modules/billing/contract/price.ts";
import { PriceEnded } from "#modules/billing/events/catalogue.ts";

/**
 * Ends the sale of a price, now or at a later instant; an end can be brought forward, not put off. Subscriptions at this
 * price go on. Errors: `billing.price_unknown`, `billing.price_is_over`.
 */
export const endPrice = defineCommand({
  name: "billing.end_price",
  title: "End the sale of a price",
  http: "POST /billing/prices/:priceId/end",
  access: "billing:catalogue",
  confirm: true,
  input: EndPrice,
  output: Done,
  load: (tx, { priceId }) => lockPrice(tx, priceId),
  run: async ({ tx, input, now, emit, cache }, price) => {
    const asked = notBeforeNow(input.at, now);
    // What is still to come ends before it begins.
    const soldUntilAt = Temporal.Instant.compare(asked, price.soldFromAt) < 0 ? price.soldFromAt : asked;
    if (price.soldUntilAt !== null && Temporal.Instant.compare(price.soldUntilAt, soldUntilAt) <= 0)
      throw refuse("conflict", "billing.price_is_over", "The sale of this price ends before that already.");
    await tx.execute(sql`UPDATE billing.price SET sold_until_at = ${soldUntilAt} WHERE id = ${price.id}`);
    await cache.invalidate(tx, PUBLIC_OFFERS);
    await emit(PriceEnded, { priceId: price.id, offerId: price.offer.id, soldUntilAt });
    return {};
  },
});
