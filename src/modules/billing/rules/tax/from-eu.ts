import { isConfirmedBusiness, isLikelyBusiness, taxIdFlags } from "#modules/billing/rules/tax/business.ts";
import { charge, exempt, type Outcome, outside, reverse } from "#modules/billing/rules/tax/outcome.ts";
import { followsConsumer, isAdvice } from "#modules/billing/rules/tax/place.ts";
import { countryOf, type Territory } from "#modules/billing/rules/tax/territory.ts";
import type { SaleFacts, TaxFlag, TaxReason } from "#modules/billing/rules/tax/types.ts";
import { usSale } from "#modules/billing/rules/tax/us-sale.ts";

/** Taxed at the seller's own place. */
function atHome(sale: SaleFacts, home: string, jurisdiction: string, why: TaxReason): Outcome {
  if (sale.seller.isSmallBusiness) return exempt(home, "small_business");
  if (sale.category === "education_exempt") return exempt(home, "exempt_education");
  return charge(jurisdiction, why);
}

function toConsumerInEu(sale: SaleFacts, where: Territory, home: string): Outcome {
  const { seller, category, on } = sale;
  if (!followsConsumer(category, on)) return atHome(sale, home, home, "supplier_place");
  if (seller.oss) return charge(where.jurisdiction, "oss");
  if (where.member !== null && seller.registeredIn.includes(where.member))
    return charge(where.jurisdiction, "registered_abroad");
  if (seller.isAboveEuThreshold) return charge(where.jurisdiction, "oss", "oss_missing");
  return atHome(sale, home, home, "below_threshold");
}

/** Countries that tax electronic services of sellers from abroad to consumers from the first sale on. */
const TAX_FROM_ABROAD: ReadonlySet<string> = new Set(["GB", "CH", "NO"]);

function toOutsideOfEu(sale: SaleFacts, where: Territory, home: string): Outcome {
  const { seller, category, on } = sale;
  const country = countryOf(where.jurisdiction);
  if (country === "US") return usSale(sale, where, "outside_eu");
  if (isLikelyBusiness(sale)) return outside("outside_eu");
  // The registration of a country does not reach its special territories.
  const isWhole = where.jurisdiction === country;
  if (isWhole && seller.registeredIn.includes(country)) return charge(country, "registered_abroad");
  if (!followsConsumer(category, on) && !isAdvice(category))
    return atHome(sale, home, home, "supplier_place");
  const flags: TaxFlag[] =
    followsConsumer(category, on) && TAX_FROM_ABROAD.has(country) ? ["registration_may_be_due"] : [];
  return outside("outside_eu", ...flags);
}

/** A sale of a company established in a member state. */
export function fromEu(sale: SaleFacts, where: Territory, home: string): Outcome {
  const { seller } = sale;
  if (!seller.isSmallBusiness && !seller.registeredIn.includes(home))
    return outside("seller_not_registered", "seller_not_registered");
  if (where.member === null) return toOutsideOfEu(sale, where, home);
  if (where.member === home) return atHome(sale, home, where.jurisdiction, "domestic");
  if (isConfirmedBusiness(sale, where)) return reverse(where.member);
  const outcome = toConsumerInEu(sale, where, home);
  return { ...outcome, flags: [...outcome.flags, ...taxIdFlags(sale, where)] };
}
