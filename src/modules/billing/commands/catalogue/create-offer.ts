import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { PUBLIC_OFFERS } from "#modules/billing/catalogue/public-offers-cache.ts";
import { checkOfferFits } from "#modules/billing/catalogue/check-offer-fits.ts";
import { CreatedOffer, CreateOffer } from "#modules/billing/contract/catalogue.ts";
import { OfferChanged } from "#modules/billing/events/catalogue.ts";
import { getProductRow } from "#modules/billing/queries/catalogue/get-rows.ts";

/**
 * Adds a way to buy a product; it is on sale once it has a price. Errors: `billing.product_unknown`, `billing.key_taken`,
 * `billing.trial_unfit`, `billing.access_days_unfit`.
 */
export const createOffer = defineCommand({
  name: "billing.create_offer",
  title: "Create an offer of a product",
  http: "POST /billing/products/:productId/offers",
  access: "billing:catalogue",
  input: CreateOffer,
  output: CreatedOffer,
  load: (tx, { productId }) => getProductRow(tx, productId),
  run: async ({ tx, input, now, emit, cache }) => {
    checkOfferFits(input);
    const offerId = newId();
    const made = await firstRow(
      tx,
      sql`INSERT INTO billing.offer (id, product_id, key, kind, name, description, features, trial_days, access_days,
            position, is_public, created_at)
          VALUES (${offerId}, ${input.productId}, ${input.key}, ${input.kind}, ${input.name}, ${input.description},
            ${sql.param(input.features)}, ${input.trialDays}, ${input.accessDays}, ${input.position},
            ${input.isPublic}, ${now.toString()})
          ON CONFLICT (key) DO NOTHING RETURNING id`,
    );
    if (!made)
      throw refuse(
        "conflict",
        "billing.key_taken",
        `Another offer has the key ${input.key}. Choose a different one.`,
      );
    await cache.invalidate(tx, PUBLIC_OFFERS);
    await emit(OfferChanged, { offerId, key: input.key, change: "created" });
    return { offerId };
  },
});
