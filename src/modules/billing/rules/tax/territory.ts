/** Member states of the European Union. */
export const EU_MEMBERS: readonly string[] =
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" ");

const members = new Set(EU_MEMBERS);

/** Where a place belongs for tax: a jurisdiction of the table of rates, and the member state it is part of, if any. */
export interface Territory {
  jurisdiction: string;
  member: string | null;
}

interface Exception {
  postcode: RegExp;
  /** Null: outside of the territory of VAT of the EU (Article 6 of Directive 2006/112/EC). */
  jurisdiction: string | null;
}

// Only what a postcode says for certain. Sources: Articles 6 and 7 of Directive 2006/112/EC; for Madeira and the Azores
// the postal zones 90–94 and 95–99; for Jungholz and Mittelberg § 10 (4) of the Austrian UStG.
const EXCEPTIONS: Readonly<Record<string, readonly Exception[]>> = {
  ES: [{ postcode: /^(35|38|51|52)\d{3}$/, jurisdiction: null }], // Canary Islands, Ceuta, Melilla
  FI: [{ postcode: /^22\d{3}$/, jurisdiction: null }], // Åland
  DE: [{ postcode: /^(78266|27498)$/, jurisdiction: null }], // Büsingen, Heligoland
  IT: [{ postcode: /^(23041|23030|22061)$/, jurisdiction: null }], // Livigno, Campione d'Italia
  GR: [{ postcode: /^6308[67]$/, jurisdiction: null }], // Mount Athos
  FR: [{ postcode: /^9[78]\d{3}$/, jurisdiction: null }], // Overseas departments, when written as France
  PT: [
    { postcode: /^9[0-4]\d{2}/, jurisdiction: "PT-30" }, // Madeira
    { postcode: /^9[5-9]\d{2}/, jurisdiction: "PT-20" }, // Azores
  ],
  AT: [{ postcode: /^(6691|699[123])$/, jurisdiction: "AT-JM" }], // Jungholz, Mittelberg
};

// Monaco counts as France and the Isle of Man as the United Kingdom (Article 7); Northern Ireland is the United
// Kingdom where services are concerned; Greece writes EL in tax ids.
const SAME_AS: Readonly<Record<string, string>> = { MC: "FR", IM: "GB", XI: "GB", EL: "GR", UK: "GB" };

/** The ISO country that counts for tax: "MC" is "FR". */
export const taxCountry = (country: string): string => SAME_AS[country] ?? country;

/** Whether a country is a member state. */
export const isMember = (country: string | null): boolean => country !== null && members.has(country);

/** Where an address belongs. US states need their region; without one the jurisdiction is "US". */
export function territoryOf(country: string, region: string | null, postcode: string | null): Territory {
  const home = taxCountry(country);
  if (home === "US") return { jurisdiction: region ? `US-${region.toUpperCase()}` : "US", member: null };
  const code = (postcode ?? "").replace(/^[A-Z]{1,2}-/i, "").replace(/\s/g, "");
  const exception = EXCEPTIONS[home]?.find((entry) => entry.postcode.test(code));
  if (exception?.jurisdiction === null) return { jurisdiction: `${home}-X`, member: null };
  return { jurisdiction: exception?.jurisdiction ?? home, member: members.has(home) ? home : null };
}

/** The country of a jurisdiction: "PT" of "PT-20". */
export const countryOf = (jurisdiction: string): string => jurisdiction.slice(0, 2);
