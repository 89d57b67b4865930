import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { currencyExponent } from "#kernel/money.ts";
import { offerPrices } from "#modules/billing/queries/catalogue/offer-prices.ts";
import type { OfferRow } from "#modules/billing/queries/catalogue/get-rows.ts";
import { priceAmount } from "#modules/billing/rules/pricing/price-amount.ts";
import { cycleFits, isSameSlot } from "#modules/billing/rules/pricing/price-fits.ts";
import { type SaleWindow, windowsOverlap } from "#modules/billing/rules/pricing/price-standing.ts";
import type { PriceTerms } from "#modules/billing/rules/types.ts";

/** A price to be sold in a window. */
export interface NewPrice {
  terms: PriceTerms;
  window: SaleWindow;
}

function checkTerms(offer: Pick<OfferRow, "kind">, { terms, window }: NewPrice): void {
  currencyExponent(terms.currency);
  // Refused here rather than at a checkout: an amount that no quantity can be billed by.
  priceAmount(terms, 1);
  if (!cycleFits(offer.kind, terms.cycle))
    throw refuse(
      "invalid",
      "billing.price_cycle_unfit",
      offer.kind === "one_off"
        ? "What is bought once is paid at once or in instalments, not by the month or year."
        : "A subscription is paid by the month or year.",
      { issues: [{ path: "terms.cycle", message: "does not fit this kind of offer" }] },
    );
  const { soldFromAt, soldUntilAt } = window;
  if (soldUntilAt !== null && Temporal.Instant.compare(soldUntilAt, soldFromAt) <= 0)
    throw refuse("invalid", "billing.price_window_empty", "The sale would end before it begins.", {
      issues: [{ path: "soldUntilAt", message: "must be later than the beginning of the sale" }],
    });
}

/**
 * Writes a price of an offer whose row is locked. Errors: `money.currency_unknown`, `money.out_of_range`,
 * `billing.price_cycle_unfit`, `billing.price_window_empty`, `billing.price_overlaps`.
 */
export async function insertPrice(
  tx: Tx,
  offer: Pick<OfferRow, "id" | "kind">,
  price: NewPrice,
  now: Temporal.Instant,
): Promise<string> {
  checkTerms(offer, price);
  const { terms, window } = price;
  const others = await offerPrices(tx, [offer.id], now);
  if (others.some((other) => isSameSlot(other.terms, terms) && windowsOverlap(other, window)))
    throw refuse(
      "conflict",
      "billing.price_overlaps",
      "Another price of this offer is sold at the same time. Change that price, or end it first.",
    );
  const id = newId();
  await tx.execute(
    sql`INSERT INTO billing.price (id, offer_id, currency, scheme, amount_minor, tiers, package_size, cycle, cycle_count,
          instalments, includes_tax, sold_from_at, sold_until_at, created_at)
        VALUES (${id}, ${offer.id}, ${terms.currency}, ${terms.scheme}, ${terms.amountMinor},
          ${terms.tiers === null ? null : JSON.stringify(terms.tiers)}::jsonb, ${terms.packageSize}, ${terms.cycle},
          ${terms.cycleCount}, ${terms.instalments}, ${terms.includesTax}, ${window.soldFromAt},
          ${window.soldUntilAt}, ${now.toString()})`,
  );
  return id;
}

/** The later of a given instant and now: nothing is sold in the past. */
export const notBeforeNow = (given: string | undefined, now: Temporal.Instant): string => {
  const at = given === undefined ? now : Temporal.Instant.from(given);
  return (Temporal.Instant.compare(at, now) < 0 ? now : at).toString();
};
