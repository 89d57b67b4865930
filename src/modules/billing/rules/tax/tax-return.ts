import { countryOf } from "#modules/billing/rules/tax/territory.ts";

/**
 * To which return an amount belongs: `local` of the jurisdiction's own authority, `oss` the One Stop Shop, `state` of the
 * US, `reverse_charge` the recapitulative statement, `exempt` and `none` are told in the local return without tax.
 */
export type TaxReturn = "local" | "oss" | "state" | "reverse_charge" | "exempt" | "none";

/** `why` from the evidence of the invoice; null where it has none, then the jurisdiction alone decides. */
export function returnOf(row: {
  code: string;
  jurisdiction: string;
  why: string | null;
  sellerCountry: string | null;
}): TaxReturn {
  if (row.code === "AE") return "reverse_charge";
  if (row.code === "E" || row.code === "Z") return "exempt";
  if (row.code === "O") return "none";
  if (countryOf(row.jurisdiction) === "US") return "state";
  if (row.why !== null) return row.why === "oss" ? "oss" : "local";
  return countryOf(row.jurisdiction) === row.sellerCountry ? "local" : "oss";
}
