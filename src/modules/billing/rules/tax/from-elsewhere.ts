import { isConfirmedBusiness, isLikelyBusiness, taxIdFlags } from "#modules/billing/rules/tax/business.ts";
import { charge, type Outcome, outside } from "#modules/billing/rules/tax/outcome.ts";
import { followsConsumer } from "#modules/billing/rules/tax/place.ts";
import { countryOf, type Territory } from "#modules/billing/rules/tax/territory.ts";
import type { SaleFacts } from "#modules/billing/rules/tax/types.ts";
import { usSale } from "#modules/billing/rules/tax/us-sale.ts";

function toEu(sale: SaleFacts, where: Territory): Outcome {
  const { seller, category, on } = sale;
  // The customer accounts for it; an invoice from outside of the EU carries no reverse charge of its own.
  if (isConfirmedBusiness(sale, where)) return outside("recipient_accounts");
  if (!followsConsumer(category, on)) return outside("outside_seller_country");
  if (seller.oss) return charge(where.jurisdiction, "oss");
  if (where.member !== null && seller.registeredIn.includes(where.member))
    return charge(where.jurisdiction, "registered_abroad");
  return outside("outside_seller_country", "registration_may_be_due");
}

/** A sale of a company established outside of the EU. */
export function fromElsewhere(sale: SaleFacts, where: Territory, home: string): Outcome {
  const { seller } = sale;
  const country = countryOf(where.jurisdiction);
  if (country === "US") return usSale(sale, where, home === "US" ? "no_us_nexus" : "outside_seller_country");
  if (where.member !== null) {
    const outcome = toEu(sale, where);
    return { ...outcome, flags: [...outcome.flags, ...taxIdFlags(sale, where)] };
  }
  const isWhole = where.jurisdiction === country;
  if (country === home && seller.isSmallBusiness) return outside("small_business");
  if (country === home && !seller.registeredIn.includes(home))
    return outside("seller_not_registered", "seller_not_registered");
  if (country === home) return charge(home, "domestic");
  if (isWhole && !isLikelyBusiness(sale) && seller.registeredIn.includes(country))
    return charge(country, "registered_abroad");
  return outside("outside_seller_country");
}
