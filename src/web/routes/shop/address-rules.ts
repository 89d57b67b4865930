import { isInEu } from "#web/format/country-facts.ts";

/** How an address is written in a country. */
export interface AddressRules {
  /** Null where there are none. */
  postcode: { label: string; required: boolean } | null;
  city: string;
  /** State or province; null where addresses have none. `options` are all there are; null: any text. */
  region: { label: string; required: boolean; options: readonly Region[] | null } | null;
  /** What a company's tax number is called. */
  taxId: string;
}

interface Region {
  value: string;
  label: string;
}

const regions = (text: string): Region[] =>
  text.split(", ").map((entry) => {
    const [value = "", ...words] = entry.split(" ");
    return { value, label: words.join(" ") };
  });

const US = regions(
  "AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, CT Connecticut, DE Delaware, DC District of Columbia, FL Florida, GA Georgia, HI Hawaii, ID Idaho, IL Illinois, IN Indiana, IA Iowa, KS Kansas, KY Kentucky, LA Louisiana, ME Maine, MD Maryland, MA Massachusetts, MI Michigan, MN Minnesota, MS Mississippi, MO Missouri, MT Montana, NE Nebraska, NV Nevada, NH New Hampshire, NJ New Jersey, NM New Mexico, NY New York, NC North Carolina, ND North Dakota, OH Ohio, OK Oklahoma, OR Oregon, PA Pennsylvania, RI Rhode Island, SC South Carolina, SD South Dakota, TN Tennessee, TX Texas, UT Utah, VT Vermont, VA Virginia, WA Washington, WV West Virginia, WI Wisconsin, WY Wyoming",
);
const CANADA = regions(
  "AB Alberta, BC British Columbia, MB Manitoba, NB New Brunswick, NL Newfoundland and Labrador, NS Nova Scotia, NT Northwest Territories, NU Nunavut, ON Ontario, PE Prince Edward Island, QC Quebec, SK Saskatchewan, YT Yukon",
);
const AUSTRALIA = regions(
  "ACT Australian Capital Territory, NSW New South Wales, NT Northern Territory, QLD Queensland, SA South Australia, TAS Tasmania, VIC Victoria, WA Western Australia",
);

const REGIONS: Record<string, AddressRules["region"]> = {
  US: { label: "State", required: true, options: US },
  CA: { label: "Province or territory", required: true, options: CANADA },
  AU: { label: "State or territory", required: true, options: AUSTRALIA },
  ...Object.fromEntries(
    "AR BR CN IN JP MX MY NG"
      .split(" ")
      .map((code) => [code, { label: "State or region", required: false, options: null }]),
  ),
};

const WITHOUT_POSTCODE = new Set(
  "AE AG AO AW BF BI BJ BO BS BW BZ CD CF CG CI CM DJ DM ER FJ GA GD GM GQ GY HK KI KM KN LY ML MO MR MW NR QA RW SB SC SL SR ST TD TG TK TL TO TV UG VU YE ZW".split(
    " ",
  ),
);
const POSTCODES: Record<string, string> = { US: "ZIP code", IE: "Eircode", IN: "PIN code", BR: "CEP" };
const TAX_IDS: Record<string, string> = {
  GB: "VAT number",
  NO: "VAT number",
  CH: "UID number",
  AU: "ABN",
  IN: "GSTIN",
};

/** How an address is asked for in a country. */
export const addressRules = (country: string): AddressRules => ({
  postcode: WITHOUT_POSTCODE.has(country)
    ? null
    : { label: POSTCODES[country] ?? "Postcode", required: country !== "IE" },
  city: country === "US" || country === "CA" ? "City" : "Town or city",
  region: REGIONS[country] ?? null,
  taxId: isInEu(country) ? "VAT number" : (TAX_IDS[country] ?? "Tax number"),
});

/** What is missing or wrong of an address by the customs of its country: field to sentence. */
export function addressFaults({ country, postcode, region }: Address): Record<string, string> {
  const rules = addressRules(country);
  const faults: Record<string, string> = {};
  if (rules.postcode?.required && !postcode) faults.postcode = `Enter the ${lower(rules.postcode.label)}`;
  if (country === "US" && postcode && !/^\d{5}(-\d{4})?$/u.test(postcode))
    faults.postcode = "A ZIP code has five digits, such as 10001";
  if (rules.region?.required && !region) faults.region = `Choose the ${lower(rules.region.label)}`;
  if (rules.region?.options && region && !rules.region.options.some(({ value }) => value === region))
    faults.region = `Choose the ${lower(rules.region.label)} from the list`;
  return faults;
}

interface Address {
  country: string;
  postcode: string | null;
  region: string | null;
}

const lower = (label: string): string =>
  /^[A-Z]{3}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
