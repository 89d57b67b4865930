import type { TaxRate } from "#modules/billing/rules/tax/types.ts";

/** The rate of a jurisdiction in force on a local day; undefined before its first. */
export function rateAt(rates: readonly TaxRate[], jurisdiction: string, on: string): TaxRate | undefined {
  let found: TaxRate | undefined;
  for (const rate of rates) {
    if (rate.jurisdiction !== jurisdiction || rate.validFrom > on) continue;
    if (!found || rate.validFrom > found.validFrom) found = rate;
  }
  return found;
}
