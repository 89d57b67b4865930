import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { decideTax } from "#modules/billing/rules/tax/decide-tax.ts";
import { PUBLISHED_RATES } from "#modules/billing/rules/tax/rates/published.ts";
import type { BuyerFacts, SellerFacts, TaxIdStatus } from "#modules/billing/rules/tax/types.ts";

const seller = (country: string | null, facts: Partial<SellerFacts> = {}): SellerFacts => ({
  country,
  registeredIn: country ? [country] : [],
  oss: false,
  isAboveEuThreshold: false,
  isSmallBusiness: false,
  usStates: [],
  trustsUnconfirmedIds: false,
  ...facts,
});

const SELLERS = {
  DE: seller("DE"),
  "DE+OSS": seller("DE", { oss: true }),
  "DE+threshold": seller("DE", { isAboveEuThreshold: true }),
  "DE+AT": seller("DE", { registeredIn: ["DE", "AT"] }),
  "DE+GB": seller("DE", { registeredIn: ["DE", "GB"], oss: true }),
  "DE+CH": seller("DE", { registeredIn: ["DE", "CH"] }),
  "DE trusting": seller("DE", { oss: true, trustsUnconfirmedIds: true }),
  "DE small": seller("DE", { isSmallBusiness: true }),
  "DE small+OSS": seller("DE", { isSmallBusiness: true, oss: true }),
  "DE unregistered": seller("DE", { registeredIn: [] }),
  "DE+NY": seller("DE", { oss: true, usStates: ["NY"] }),
  ES: seller("ES"),
  "ES+OSS": seller("ES", { oss: true }),
  "FR+OSS": seller("FR", { oss: true }),
  PT: seller("PT"),
  AT: seller("AT"),
  US: seller("US", { usStates: ["NY", "TX", "CA", "SD"] }),
  "US+EU": seller("US", { usStates: ["NY"], oss: true }),
  "US+FR": seller("US", { registeredIn: ["US", "FR"] }),
  "US none": seller("US"),
  GB: seller("GB"),
  "GB+OSS": seller("GB", { oss: true }),
  "GB small": seller("GB", { isSmallBusiness: true, registeredIn: [] }),
  CH: seller("CH"),
  "CH unregistered": seller("CH", { registeredIn: [] }),
  SG: seller("SG"),
  unset: seller(null),
} as const;

/**
 * Buyers as words: "FR", "ES 35001" with a postcode, "US-NY" with a state; then "org" for an organisation, or
 * "valid DE" for a tax id of a country and what is known of it.
 */
function buyer(text: string): BuyerFacts {
  const [place = "", ...rest] = text.split(", ");
  const [where = "", ...postcode] = place.split(" ");
  const [country = "", region] = where.split("-");
  const id = rest.find((word) => word !== "org")?.split(" ");
  return {
    country,
    region: region ?? null,
    postcode: postcode.join(" ") || null,
    isOrganisation: rest.length > 0,
    taxId: id ? { status: id[0] as TaxIdStatus, country: id[1] ?? country } : null,
  };
}

type Case = readonly [
  seller: keyof typeof SELLERS,
  buyer: string,
  category: string,
  on: string,
  expected: string,
];
const D = "digital_service";

// Expected: code, percent, jurisdiction, why, flags.
const CASES: readonly Case[] = [
  // At home in Germany, with the lowered rate of 2020.
  ["DE", "DE", D, "2020-06-30", "S 19 DE domestic"],
  ["DE", "DE", D, "2020-07-01", "S 16 DE domestic"],
  ["DE", "DE", D, "2020-12-31", "S 16 DE domestic"],
  ["DE", "DE", D, "2021-01-01", "S 19 DE domestic"],
  ["DE", "DE", "consulting", "2027-01-04", "S 19 DE domestic"],
  ["DE", "DE, valid DE", D, "2027-01-04", "S 19 DE domestic"],
  ["DE", "DE, org", "course_live", "2027-01-04", "S 19 DE domestic"],
  ["DE", "DE", "education_exempt", "2027-01-04", "E 0 DE exempt_education"],
  ["DE", "DE 10115", D, "2027-01-04", "S 19 DE domestic"],
  ["DE", "DE 78266", D, "2027-01-04", "O 0 - outside_eu"],
  ["DE", "DE 27498", D, "2027-01-04", "O 0 - outside_eu"],
  // Consumers in other member states: home until the threshold, then their own place.
  ["DE", "FR", D, "2027-01-04", "S 19 DE below_threshold"],
  ["DE+threshold", "FR", D, "2027-01-04", "S 20 FR oss oss_missing"],
  ["DE+AT", "AT", D, "2027-01-04", "S 20 AT registered_abroad"],
  ["DE+AT", "FR", D, "2027-01-04", "S 19 DE below_threshold"],
  ["DE+OSS", "DE", D, "2027-01-04", "S 19 DE domestic"],
  // Every member state through the One Stop Shop, on a day of 2027.
  ["DE+OSS", "AT", D, "2027-01-04", "S 20 AT oss"],
  ["DE+OSS", "BE", D, "2027-01-04", "S 21 BE oss"],
  ["DE+OSS", "BG", D, "2027-01-04", "S 20 BG oss"],
  ["DE+OSS", "CY", D, "2027-01-04", "S 19 CY oss"],
  ["DE+OSS", "CZ", D, "2027-01-04", "S 21 CZ oss"],
  ["DE+OSS", "DK", D, "2027-01-04", "S 25 DK oss"],
  ["DE+OSS", "EE", D, "2027-01-04", "S 24 EE oss"],
  ["DE+OSS", "ES", D, "2027-01-04", "S 21 ES oss"],
  ["DE+OSS", "FI", D, "2027-01-04", "S 25.5 FI oss"],
  ["DE+OSS", "FR", D, "2027-01-04", "S 20 FR oss"],
  ["DE+OSS", "GR", D, "2027-01-04", "S 24 GR oss"],
  ["DE+OSS", "HR", D, "2027-01-04", "S 25 HR oss"],
  ["DE+OSS", "HU", D, "2027-01-04", "S 27 HU oss"],
  ["DE+OSS", "IE", D, "2027-01-04", "S 23 IE oss"],
  ["DE+OSS", "IT", D, "2027-01-04", "S 22 IT oss"],
  ["DE+OSS", "LT", D, "2027-01-04", "S 21 LT oss"],
  ["DE+OSS", "LU", D, "2027-01-04", "S 17 LU oss"],
  ["DE+OSS", "LV", D, "2027-01-04", "S 21 LV oss"],
  ["DE+OSS", "MT", D, "2027-01-04", "S 18 MT oss"],
  ["DE+OSS", "NL", D, "2027-01-04", "S 21 NL oss"],
  ["DE+OSS", "PL", D, "2027-01-04", "S 23 PL oss"],
  ["DE+OSS", "PT", D, "2027-01-04", "S 23 PT oss"],
  ["DE+OSS", "RO", D, "2027-01-04", "S 21 RO oss"],
  ["DE+OSS", "SE", D, "2027-01-04", "S 25 SE oss"],
  ["DE+OSS", "SI", D, "2027-01-04", "S 22 SI oss"],
  ["DE+OSS", "SK", D, "2027-01-04", "S 23 SK oss"],
  // The last day of an old rate and the first of a new one.
  ["DE+OSS", "EE", D, "2023-12-31", "S 20 EE oss"],
  ["DE+OSS", "EE", D, "2024-01-01", "S 22 EE oss"],
  ["DE+OSS", "EE", D, "2025-06-30", "S 22 EE oss"],
  ["DE+OSS", "EE", D, "2025-07-01", "S 24 EE oss"],
  ["DE+OSS", "SK", D, "2024-12-31", "S 20 SK oss"],
  ["DE+OSS", "SK", D, "2025-01-01", "S 23 SK oss"],
  ["DE+OSS", "FI", D, "2024-08-31", "S 24 FI oss"],
  ["DE+OSS", "FI", D, "2024-09-01", "S 25.5 FI oss"],
  ["DE+OSS", "RO", D, "2025-07-31", "S 19 RO oss"],
  ["DE+OSS", "RO", D, "2025-08-01", "S 21 RO oss"],
  ["DE+OSS", "LU", D, "2022-12-31", "S 17 LU oss"],
  ["DE+OSS", "LU", D, "2023-01-01", "S 16 LU oss"],
  ["DE+OSS", "LU", D, "2024-01-01", "S 17 LU oss"],
  ["DE+OSS", "IE", D, "2020-08-31", "S 23 IE oss"],
  ["DE+OSS", "IE", D, "2020-09-01", "S 21 IE oss"],
  ["DE+OSS", "IE", D, "2021-03-01", "S 23 IE oss"],
  ["ES+OSS", "DE", D, "2020-12-31", "S 16 DE oss"],
  ["ES+OSS", "DE", D, "2021-01-01", "S 19 DE oss"],
  // Territories with a rate of their own, or outside of VAT.
  ["DE+OSS", "PT 9000-017", D, "2027-01-04", "S 22 PT-30 oss"],
  ["DE+OSS", "PT 9500-321", D, "2027-01-04", "S 16 PT-20 oss"],
  ["DE+OSS", "PT 9500-321", D, "2021-06-30", "S 18 PT-20 oss"],
  ["PT", "PT 9000-017", D, "2027-01-04", "S 22 PT-30 domestic"],
  ["AT", "AT 6991", D, "2027-01-04", "S 19 AT-JM domestic"],
  ["DE+OSS", "AT 6691", D, "2027-01-04", "S 19 AT-JM oss"],
  ["DE+OSS", "ES 35001", D, "2027-01-04", "O 0 - outside_eu"],
  ["DE+OSS", "ES 28001", D, "2027-01-04", "S 21 ES oss"],
  ["ES", "ES 38001", D, "2027-01-04", "O 0 - outside_eu"],
  ["ES", "ES 51001", D, "2027-01-04", "O 0 - outside_eu"],
  ["DE+OSS", "FI 22100", D, "2027-01-04", "O 0 - outside_eu"],
  ["DE+OSS", "IT 23041", D, "2027-01-04", "O 0 - outside_eu"],
  ["DE+OSS", "FR 97110", D, "2027-01-04", "O 0 - outside_eu"],
  ["DE+OSS", "RE", D, "2027-01-04", "O 0 - outside_eu"],
  ["DE+OSS", "MC", D, "2027-01-04", "S 20 FR oss"],
  ["FR+OSS", "MC", D, "2027-01-04", "S 20 FR domestic"],
  // Businesses in other member states.
  ["DE", "FR, valid FR", D, "2027-01-04", "AE 0 FR reverse_charge"],
  ["DE+OSS", "FR, valid FR", "consulting", "2027-01-04", "AE 0 FR reverse_charge"],
  ["DE+OSS", "FR, valid FR", "course_live", "2020-03-01", "AE 0 FR reverse_charge"],
  ["DE+OSS", "GR, valid EL", D, "2027-01-04", "AE 0 GR reverse_charge"],
  ["DE+OSS", "FR, format_only FR", D, "2027-01-04", "S 20 FR oss tax_id_unconfirmed"],
  ["DE+OSS", "FR, unavailable FR", D, "2027-01-04", "S 20 FR oss tax_id_unconfirmed"],
  ["DE trusting", "FR, unavailable FR", D, "2027-01-04", "AE 0 FR reverse_charge"],
  ["DE trusting", "FR, format_only FR", D, "2027-01-04", "AE 0 FR reverse_charge"],
  ["DE trusting", "FR, invalid FR", D, "2027-01-04", "S 20 FR oss tax_id_invalid"],
  ["DE+OSS", "FR, invalid FR", D, "2027-01-04", "S 20 FR oss tax_id_invalid"],
  ["DE+OSS", "FR, valid BE", D, "2027-01-04", "S 20 FR oss tax_id_elsewhere"],
  ["DE+OSS", "FR, valid DE", D, "2027-01-04", "S 20 FR oss tax_id_elsewhere"],
  ["DE+OSS", "FR, org", D, "2027-01-04", "S 20 FR oss"],
  ["DE", "FR, org", "consulting", "2027-01-04", "S 19 DE supplier_place"],
  ["DE small", "FR, valid FR", D, "2027-01-04", "AE 0 FR reverse_charge"],
  ["DE+OSS", "ES 35001, valid ES", D, "2027-01-04", "O 0 - outside_eu"],
  // Work by people follows the supplier, live events do so before 2025.
  ["DE+OSS", "FR", "consulting", "2027-01-04", "S 19 DE supplier_place"],
  ["DE+OSS", "FR", "course_live", "2024-12-31", "S 19 DE supplier_place"],
  ["DE+OSS", "FR", "course_live", "2025-01-01", "S 20 FR oss"],
  ["DE+OSS", "FR", "education_exempt", "2027-01-04", "S 20 FR oss"],
  ["DE", "FR", "education_exempt", "2027-01-04", "E 0 DE exempt_education"],
  // Small businesses.
  ["DE small", "DE", D, "2027-01-04", "E 0 DE small_business"],
  ["DE small", "FR", D, "2027-01-04", "E 0 DE small_business"],
  ["DE small", "US-NY", D, "2027-01-04", "O 0 - outside_eu"],
  ["DE small+OSS", "FR", D, "2027-01-04", "S 20 FR oss"],
  // Outside of the EU.
  ["DE+OSS", "GB", D, "2027-01-04", "O 0 - outside_eu registration_may_be_due"],
  ["DE+OSS", "XI", D, "2027-01-04", "O 0 - outside_eu registration_may_be_due"],
  ["DE+GB", "GB", D, "2027-01-04", "S 20 GB registered_abroad"],
  ["DE+GB", "XI, org", D, "2027-01-04", "O 0 - outside_eu"],
  ["DE+GB", "GB, valid GB", D, "2027-01-04", "O 0 - outside_eu"],
  ["DE+GB", "IM", D, "2027-01-04", "S 20 GB registered_abroad"],
  ["DE+CH", "CH", D, "2023-12-31", "S 7.7 CH registered_abroad"],
  ["DE+CH", "CH", D, "2024-01-01", "S 8.1 CH registered_abroad"],
  ["DE", "CH, org", "consulting", "2027-01-04", "O 0 - outside_eu"],
  ["DE", "CH", "consulting", "2027-01-04", "O 0 - outside_eu"],
  ["DE", "BR", "course_live", "2024-06-01", "S 19 DE supplier_place"],
  ["DE", "BR", "course_live", "2027-01-04", "O 0 - outside_eu"],
  ["DE", "US-NY", D, "2027-01-04", "O 0 - outside_eu"],
  ["DE+NY", "US-NY", D, "2027-01-04", "S 4 US-NY us_nexus"],
  ["DE+NY", "US-CA", D, "2027-01-04", "O 0 - no_us_nexus"],
  ["ES", "AR", D, "2027-01-04", "O 0 - outside_eu"],
  ["ES", "ES", D, "2012-08-31", "O 0 - rate_missing rate_missing"],
  ["ES", "DE", D, "2027-01-04", "S 21 ES below_threshold"],
  // Not set up.
  ["DE unregistered", "DE", D, "2027-01-04", "O 0 - seller_not_registered seller_not_registered"],
  ["DE unregistered", "FR, valid FR", D, "2027-01-04", "O 0 - seller_not_registered seller_not_registered"],
  ["unset", "DE", D, "2027-01-04", "O 0 - seller_unset seller_unset"],
  // From the United States.
  ["US", "US-NY", D, "2027-01-04", "S 4 US-NY us_nexus"],
  ["US", "US-ny", D, "2027-01-04", "S 4 US-NY us_nexus"],
  ["US", "US-NY", "consulting", "2027-01-04", "E 0 US-NY not_taxable_there"],
  ["US", "US-TX, org", D, "2027-01-04", "S 6.25 US-TX us_nexus"],
  ["US", "US-CA", D, "2027-01-04", "E 0 US-CA not_taxable_there"],
  ["US", "US-SD", "consulting", "2027-06-30", "S 4.2 US-SD us_nexus"],
  ["US", "US-SD", "consulting", "2027-07-01", "S 4.5 US-SD us_nexus"],
  ["US", "US-OR", D, "2027-01-04", "O 0 - no_us_nexus"],
  ["US", "US", D, "2027-01-04", "O 0 - no_us_nexus region_missing"],
  ["US none", "US-NY", D, "2027-01-04", "O 0 - no_us_nexus"],
  ["US", "FR", D, "2027-01-04", "O 0 - outside_seller_country registration_may_be_due"],
  ["US", "FR", "consulting", "2027-01-04", "O 0 - outside_seller_country"],
  ["US", "FR, valid FR", D, "2027-01-04", "O 0 - recipient_accounts"],
  ["US+EU", "FR", D, "2027-01-04", "S 20 FR oss"],
  ["US+EU", "FR, valid FR", D, "2027-01-04", "O 0 - recipient_accounts"],
  ["US+FR", "FR", D, "2027-01-04", "S 20 FR registered_abroad"],
  ["US", "JP", D, "2027-01-04", "O 0 - outside_seller_country"],
  // From the United Kingdom, Switzerland, and a country without a table.
  ["GB", "GB", D, "2027-01-04", "S 20 GB domestic"],
  ["GB", "FR", D, "2027-01-04", "O 0 - outside_seller_country registration_may_be_due"],
  ["GB+OSS", "FR", D, "2027-01-04", "S 20 FR oss"],
  ["GB", "US-NY", D, "2027-01-04", "O 0 - outside_seller_country"],
  ["GB small", "GB", D, "2027-01-04", "O 0 - small_business"],
  ["CH", "CH", D, "2027-01-04", "S 8.1 CH domestic"],
  ["CH unregistered", "CH", D, "2027-01-04", "O 0 - seller_not_registered seller_not_registered"],
  ["SG", "SG", D, "2027-01-04", "O 0 - rate_missing rate_missing"],
];

describe("tax by place and day", () => {
  for (const [who, whom, category, on, expected] of CASES)
    it(`${who} → ${whom}: ${category} on ${on}`, () => {
      const sale = { seller: SELLERS[who], buyer: buyer(whom), category, on, rates: PUBLISHED_RATES };
      const { code, ratePpm, jurisdiction, why, flags } = decideTax(sale);
      assert.equal([code, ratePpm / 10_000, jurisdiction, why, ...flags].join(" "), expected);
    });
});
