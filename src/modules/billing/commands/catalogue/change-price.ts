import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { insertPrice, notBeforeNow } from "#modules/billing/catalogue/insert-price.ts";
import { lockPrice } from "#modules/billing/catalogue/lock-price.ts";
import { PUBLIC_OFFERS } from "#modules/billing/catalogue/public-offers-cache.ts";
import { AddedPrice, ChangePrice } from "#modules/billing/contract/price.ts";
import { PriceAdded } from "#modules/billing/events/catalogue.ts";

const later = (a: string, b: string) => (Temporal.Instant.compare(a, b) >= 0 ? a : b);

/**
 * Lets a new amount follow a price: the old one ends where the new begins, and takes its end over. Prices are never
 * edited, so who bought keeps theirs. Errors: `billing.price_unknown`, `billing.price_is_over`, those of `insertPrice`.
 */
export const changePrice = defineCommand({
  name: "billing.change_price",
  title: "Let a new price follow one that is sold",
  http: "POST /billing/prices/:priceId/successor",
  access: "billing:catalogue",
  confirm: true,
  input: ChangePrice,
  output: AddedPrice,
  load: (tx, { priceId }) => lockPrice(tx, priceId),
  run: async ({ tx, input, now, emit, cache }, old) => {
    // A price that is still to come is replaced before it began: it was never sold.
    const soldFromAt = later(notBeforeNow(input.soldFromAt, now), old.soldFromAt);
    const isOver = old.soldUntilAt !== null && Temporal.Instant.compare(soldFromAt, old.soldUntilAt) >= 0;
    if (isOver)
      throw refuse(
        "conflict",
        "billing.price_is_over",
        "This price is not sold any more at that time. Add a new price instead.",
      );
    await tx.execute(sql`UPDATE billing.price SET sold_until_at = ${soldFromAt} WHERE id = ${old.id}`);
    const terms = { ...old.terms, ...input.amount };
    const window = { soldFromAt, soldUntilAt: old.soldUntilAt };
    const priceId = await insertPrice(tx, old.offer, { terms, window }, now);
    await cache.invalidate(tx, PUBLIC_OFFERS);
    await emit(PriceAdded, {
      priceId,
      offerId: old.offer.id,
      currency: terms.currency,
      cycle: terms.cycle,
      ...window,
      replacesPriceId: old.id,
    });
    return { priceId };
  },
});
