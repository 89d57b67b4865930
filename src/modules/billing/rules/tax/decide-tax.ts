import { fromElsewhere } from "#modules/billing/rules/tax/from-elsewhere.ts";
import { fromEu } from "#modules/billing/rules/tax/from-eu.ts";
import { type Outcome, outside } from "#modules/billing/rules/tax/outcome.ts";
import { rateAt } from "#modules/billing/rules/tax/rate-at.ts";
import { isMember, taxCountry, territoryOf } from "#modules/billing/rules/tax/territory.ts";
import type { SaleFacts, TaxDecision } from "#modules/billing/rules/tax/types.ts";

function outcomeOf(sale: SaleFacts): Outcome {
  const { seller, buyer } = sale;
  if (seller.country === null) return outside("seller_unset", "seller_unset");
  const where = territoryOf(buyer.country, buyer.region, buyer.postcode);
  const home = taxCountry(seller.country);
  return isMember(home) ? fromEu(sale, where, home) : fromElsewhere(sale, where, home);
}

const CODES = { exempt: "E", reverse: "AE", outside: "O" } as const;

/**
 * How one category is taxed in one sale on one day. Always one answer: where tax would be due but the rate of that day is
 * not known, none is charged and `rate_missing` tells staff.
 */
export function decideTax(sale: SaleFacts): TaxDecision {
  const { kind, jurisdiction, why, flags } = outcomeOf(sale);
  if (kind !== "charge") return { jurisdiction, code: CODES[kind], ratePpm: 0, why, rateFrom: null, flags };
  const rate = rateAt(sale.rates, jurisdiction, sale.on);
  if (!rate)
    return {
      jurisdiction: "-",
      code: "O",
      ratePpm: 0,
      why: "rate_missing",
      rateFrom: null,
      flags: [...flags, "rate_missing"],
    };
  return { jurisdiction, code: "S", ratePpm: rate.ratePpm, why, rateFrom: rate.validFrom, flags };
}
