interface Address {
  line1: string;
  line2?: string | null;
  postcode: string | null;
  city: string;
  region?: string | null;
  country: string | null;
}

// Where the region stands on the line of the city and the postcode behind it; elsewhere the postcode comes first.
const POSTCODE_LAST = new Set(["US", "CA", "AU", "IN", "BR", "MX"]);
const POSTCODE_BELOW = new Set(["GB", "IE", "NZ"]);

/** The name of a country as readers of a locale call it; the code where there is none. */
export function countryName(country: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: "region" }).of(country) ?? country;
  } catch {
    return country;
  }
}

const join = (parts: readonly (string | null | undefined)[], separator: string): string =>
  parts.filter((part) => part?.trim()).join(separator);

function cityLines({ city, postcode, region, country }: Address): string[] {
  if (POSTCODE_LAST.has(country ?? "")) return [join([city, join([region, postcode], " ")], ", ")];
  if (POSTCODE_BELOW.has(country ?? "")) return [join([city, region], ", "), postcode ?? ""];
  return [join([postcode, city], " "), region ?? ""];
}

/** An address as an envelope of its country has it, with the country in the reader's language. Empty lines are left out. */
export const addressLines = (address: Address, locale: string): string[] =>
  [
    address.line1,
    address.line2 ?? "",
    ...cityLines(address),
    address.country ? countryName(address.country, locale) : "",
  ].filter((line) => line.trim() !== "");
