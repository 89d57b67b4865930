import { EUROPEAN_RATES } from "#modules/billing/rules/tax/rates/europe.ts";
import { US_RATES } from "#modules/billing/rules/tax/rates/united-states.ts";
import type { TaxRate } from "#modules/billing/rules/tax/types.ts";

/** The rates that come with this version; rates that staff add stand beside them and go before them. */
export const PUBLISHED_RATES: readonly TaxRate[] = [...EUROPEAN_RATES, ...US_RATES];
