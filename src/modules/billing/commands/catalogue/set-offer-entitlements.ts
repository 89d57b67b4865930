import { sql } from "#kernel/db/sql.ts";
import { currencyExponent } from "#kernel/money.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { Done, SetOfferEntitlements } from "#modules/billing/contract/catalogue.ts";
import { OfferChanged } from "#modules/billing/events/catalogue.ts";
import { getOfferRow } from "#modules/billing/queries/catalogue/get-rows.ts";

/**
 * Replaces what an offer entitles to. Sales from now on get it; who bought keeps what was given. Errors:
 * `billing.offer_unknown`, `money.currency_unknown`.
 */
export const setOfferEntitlements = defineCommand({
  name: "billing.set_offer_entitlements",
  title: "Set what an offer entitles to",
  http: "PUT /billing/offers/:offerId/entitlements",
  access: "billing:catalogue",
  input: SetOfferEntitlements,
  output: Done,
  load: (tx, { offerId }) => getOfferRow(tx, offerId, sql`FOR UPDATE`),
  run: async ({ tx, input, emit }, offer) => {
    for (const { overageMinor } of input.entitlements) Object.keys(overageMinor).forEach(currencyExponent);
    const wanted = input.entitlements.map((entitlement) => ({
      offer_id: offer.id,
      key: entitlement.key,
      quantity: entitlement.quantity,
      meter: entitlement.meter,
      quota: entitlement.quota,
      overage_minor: entitlement.overageMinor,
      per_seat: entitlement.perSeat,
    }));
    await tx.execute(sql`DELETE FROM billing.offer_entitlement WHERE offer_id = ${offer.id}`);
    await tx.execute(
      sql`INSERT INTO billing.offer_entitlement SELECT * FROM
          jsonb_populate_recordset(null::billing.offer_entitlement, ${JSON.stringify(wanted)}::jsonb)`,
    );
    await emit(OfferChanged, { offerId: offer.id, key: offer.key, change: "entitlements_set" });
    return {};
  },
});
