import { charge, exempt, type Outcome, outside } from "#modules/billing/rules/tax/outcome.ts";
import { isDigital } from "#modules/billing/rules/tax/place.ts";
import { rateAt } from "#modules/billing/rules/tax/rate-at.ts";
import type { Territory } from "#modules/billing/rules/tax/territory.ts";
import type { SaleFacts, TaxReason } from "#modules/billing/rules/tax/types.ts";

/**
 * A sale to the United States: taxed in states where the seller has nexus (South Dakota v. Wayfair, 2018) and which tax
 * what is sold. `otherwise` says why it is not, where nexus is not the question.
 */
export function usSale(sale: SaleFacts, { jurisdiction }: Territory, otherwise: TaxReason): Outcome {
  const { seller, buyer, category, rates, on } = sale;
  if (seller.usStates.length === 0) return outside(otherwise);
  if (!buyer.region) return outside("no_us_nexus", "region_missing");
  if (!seller.usStates.includes(buyer.region.toUpperCase())) return outside("no_us_nexus");
  const rate = rateAt(rates, jurisdiction, on);
  const isTaxable = !rate || (isDigital(category) ? rate.taxesDigital : rate.taxesServices);
  if (!isTaxable || rate?.ratePpm === 0) return exempt(jurisdiction, "not_taxable_there");
  return charge(jurisdiction, "us_nexus");
}
