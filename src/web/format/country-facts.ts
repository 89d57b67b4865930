import { countryOptions } from "#web/format/countries.ts";

const EU = new Set(
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "),
);

/** A member state of the European Union. */
export const isInEu = (country: string): boolean => EU.has(country);

const CODES = new Set(countryOptions().map(({ value }) => value));

/** True for the code of a country that can be chosen. */
export const isCountry = (code: string): boolean => CODES.has(code);

/** The country that a browser's languages name first (`de-CH,de;q=0.9`), or null. */
export function countryOfLanguages(header: string | null): string | null {
  const regions = (header ?? "")
    .split(",")
    .map((part) => /^\s*[a-z]{2,3}(?:-[A-Za-z]{4})?-([A-Z]{2})\b/u.exec(part)?.[1]);
  return regions.find((region) => region !== undefined && isCountry(region)) ?? null;
}
