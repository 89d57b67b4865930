import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { checkOfferFits } from "#modules/billing/catalogue/check-offer-fits.ts";
import { mergeGiven } from "#modules/billing/catalogue/merge-given.ts";
import { PUBLIC_OFFERS } from "#modules/billing/catalogue/public-offers-cache.ts";
import { Done, UpdateOffer } from "#modules/billing/contract/catalogue.ts";
import { OfferChanged } from "#modules/billing/events/catalogue.ts";
import { getOfferRow } from "#modules/billing/queries/catalogue/get-rows.ts";

/**
 * Describes an offer anew, for sales from now on. Its key, kind and product stay. Errors: `billing.offer_unknown`,
 * `billing.trial_unfit`, `billing.access_days_unfit`.
 */
export const updateOffer = defineCommand({
  name: "billing.update_offer",
  title: "Change how an offer is described",
  http: "PATCH /billing/offers/:offerId",
  access: "billing:catalogue",
  input: UpdateOffer,
  output: Done,
  load: (tx, { offerId }) => getOfferRow(tx, offerId, sql`FOR UPDATE`),
  run: async ({ tx, input, emit, cache }, offer) => {
    const next = mergeGiven(offer, input);
    checkOfferFits(next);
    await tx.execute(
      sql`UPDATE billing.offer SET name = ${next.name}, description = ${next.description},
            features = ${sql.param(next.features)}, trial_days = ${next.trialDays}, access_days = ${next.accessDays},
            position = ${next.position}, is_public = ${next.isPublic}
          WHERE id = ${offer.id}`,
    );
    await cache.invalidate(tx, PUBLIC_OFFERS);
    await emit(OfferChanged, { offerId: offer.id, key: offer.key, change: "updated" });
    return {};
  },
});
