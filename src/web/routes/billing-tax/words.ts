import type { z } from "zod";
import type { TaxReturn } from "#modules/billing/contract/tax.ts";
import type { TaxFlag, TaxIdStatus } from "#modules/billing/contract/tax-evidence.ts";
import { countryName } from "#web/format/countries.ts";

/** Which return an amount belongs to, in words. */
export const RETURNS: Record<z.output<typeof TaxReturn>, string> = {
  local: "Local return",
  oss: "One Stop Shop",
  state: "State return",
  reverse_charge: "Reverse charge",
  exempt: "Exempt",
  none: "Outside of tax",
};

/** What is doubtful, and what can be done. */
export const FLAGS: Record<z.output<typeof TaxFlag>, string> = {
  seller_unset: "The company has not said where it is",
  seller_not_registered: "There is no tax id of the company’s own country",
  rate_missing: "No rate was known on that day; none was charged",
  oss_missing: "Tax of another member state was charged without the One Stop Shop",
  registration_may_be_due: "This country may ask for a registration",
  tax_id_unconfirmed: "A tax id was given that nobody confirmed; tax was charged",
  tax_id_invalid: "The tax id that was given is not valid",
  tax_id_elsewhere: "The tax id is of another country than the address",
  region_missing: "The state of the US is not known",
  location_contradicts: "Evidence of the place contradicts the address",
  location_thin: "Only one piece of evidence of the place",
};

/** How far a tax id was checked: picture and word. */
export const TAX_ID = {
  valid: ["proved", "Valid"],
  invalid: ["failed", "Not valid"],
  format_only: ["unknown", "Not confirmed"],
  unavailable: ["waiting", "Register did not answer"],
  none: ["unknown", "None"],
} as const satisfies Record<z.output<typeof TaxIdStatus>, readonly [string, string]>;

const PLACES: Record<string, string> = {
  "PT-20": "Portugal, Azores",
  "PT-30": "Portugal, Madeira",
  "AT-JM": "Austria, Jungholz and Mittelberg",
  "-": "Other places",
};

/** A jurisdiction in words: "France", "United States, NY". */
export function placeName(jurisdiction: string): string {
  const known = PLACES[jurisdiction];
  if (known) return known;
  const [country = "", part] = jurisdiction.split("-");
  if (part === "X") return `${countryName(country)}, outside of EU tax`;
  return part ? `${countryName(country)}, ${part}` : countryName(country);
}
