import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { PUBLIC_OFFERS } from "#modules/billing/catalogue/public-offers-cache.ts";
import { Done, OfferRef } from "#modules/billing/contract/catalogue.ts";
import { OfferChanged } from "#modules/billing/events/catalogue.ts";
import { getOfferRow } from "#modules/billing/queries/catalogue/get-rows.ts";

/** Puts an archived offer back on sale, with the prices that are still sold. Errors: `billing.offer_unknown`. */
export const restoreOffer = defineCommand({
  name: "billing.restore_offer",
  title: "Put an archived offer back",
  http: "DELETE /billing/offers/:offerId/archival",
  access: "billing:catalogue",
  input: OfferRef,
  output: Done,
  load: (tx, { offerId }) => getOfferRow(tx, offerId, sql`FOR UPDATE`),
  run: async ({ tx, emit, cache }, offer) => {
    if (offer.archivedAt === null) return {};
    await tx.execute(sql`UPDATE billing.offer SET archived_at = NULL WHERE id = ${offer.id}`);
    await cache.invalidate(tx, PUBLIC_OFFERS);
    await emit(OfferChanged, { offerId: offer.id, key: offer.key, change: "restored" });
    return {};
  },
});
