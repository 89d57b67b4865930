import { createRequire } from "node:module";
import type * as formats from "stdnum";
import type { Validator } from "stdnum";
import { isMember, taxCountry } from "#modules/billing/rules/tax/territory.ts";

/** A tax id as it is compared and kept: upper case, no spaces, in the EU with its prefix, Greece as "EL". */
export interface ReadTaxId {
  number: string;
  /** ISO country that gave it. */
  country: string;
  isWellFormed: boolean;
}

const OUTSIDE_OF_EU: Readonly<Record<string, string>> = { GB: "vat", CH: "vat", NO: "mva" };
const PREFIXED = /^(EL|XI|[A-Z]{2})(?=[A-Z0-9]{2,})/;
const ANY_ID = /^[A-Z0-9]{4,20}$/;

// Loaded with the first tax id: the formats of all countries take 22 MB.
const load = createRequire(import.meta.url);

function validatorOf(country: string): Validator | undefined {
  const key = OUTSIDE_OF_EU[country];
  if (!key && !isMember(country)) return undefined;
  const { euVat, stdnum } = load("stdnum") as typeof formats;
  return key ? stdnum[country]?.[key] : euVat[country]?.[0];
}

/** Which country a number names by its first letters, if any that has a register. */
function namedCountry(compact: string): string | undefined {
  const prefix = PREFIXED.exec(compact)?.[1];
  if (!prefix) return undefined;
  const country = taxCountry(prefix);
  return isMember(country) || (country === "GB" && prefix !== "UK") ? country : undefined;
}

const prefixOf = (country: string): string => (country === "GR" ? "EL" : country);

/** The number without prefix, in the one form of several that people write. */
function bareNumber(compact: string, country: string): string {
  const bare = compact.replace(/^(EL|XI|[A-Z]{2})/, (prefix) =>
    taxCountry(prefix) === country ? "" : prefix,
  );
  // Switzerland's ends in the word for VAT of one of three languages, Norway's in MVA; people leave it out.
  if (country === "CH") return bare.replace(/(MWST|TVA|IVA)?$/, "MWST").replace(/^(?=\d)/, "E");
  if (country === "NO") return bare.replace(/(MVA)?$/, "MVA");
  return bare;
}

function readKnown(compact: string, country: string, validator: Validator): ReadTaxId {
  const bare = bareNumber(compact, country);
  const number = `${prefixOf(country)}${bare}`;
  const { isValid } = validator.validate(country === "CH" ? number : bare);
  return { number, country, isWellFormed: isValid };
}

/**
 * Reads a tax id as people type it; `country` is that of the buyer's address, for ids without a prefix. Member states, the
 * United Kingdom, Switzerland and Norway are checked by their check digits (stdnum), others by their length alone.
 */
export function readTaxId(text: string, country: string): ReadTaxId {
  const compact = text.toUpperCase().replace(/[^A-Z0-9]/g, "");
  const home = namedCountry(compact) ?? taxCountry(country);
  const validator = validatorOf(home);
  if (!validator) return { number: compact, country: home, isWellFormed: ANY_ID.test(compact) };
  return readKnown(compact, home, validator);
}
