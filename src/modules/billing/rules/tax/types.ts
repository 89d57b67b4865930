import type { Ppm, TaxTreatment } from "#modules/billing/rules/types.ts";

/**
 * How far a tax id was checked: `valid` by the register or by a person, `format_only` by its check digits alone,
 * `unavailable` when the register did not answer, `invalid` when it is none, `none` when none was given.
 */
export type TaxIdStatus = "none" | "invalid" | "format_only" | "unavailable" | "valid";

/** Who sells. Countries are ISO 3166-1 alpha-2. */
export interface SellerFacts {
  /** Where the company is established; null until it says so. */
  country: string | null;
  /** Countries whose tax authority gave it a tax id. */
  registeredIn: readonly string[];
  /** Registered for the One Stop Shop of the EU, of the Union or from outside of it. */
  oss: boolean;
  /** Sales to consumers in other member states passed the yearly 10,000 euros (Article 59c of Directive 2006/112/EC). */
  isAboveEuThreshold: boolean;
  /** Charges no tax at home as a small business (Title XII of the same). */
  isSmallBusiness: boolean;
  /** States of the US in which it has to collect sales tax, such as "NY". */
  usStates: readonly string[];
  /** Whether a tax id nobody confirmed is enough to leave tax to the customer. */
  trustsUnconfirmedIds: boolean;
}

/** Who buys, and where. */
export interface BuyerFacts {
  country: string;
  /** ISO 3166-2 without the country, such as "NY"; needed in the US alone. */
  region: string | null;
  postcode: string | null;
  isOrganisation: boolean;
  taxId: { country: string; status: TaxIdStatus } | null;
}

/** A rate of one jurisdiction from a day on, until the next one of it begins. */
export interface TaxRate {
  jurisdiction: string;
  /** Local day, ISO. */
  validFrom: string;
  ratePpm: Ppm;
  /** Whether what is delivered over a network, and services people perform, are taxed there at all. */
  taxesDigital: boolean;
  taxesServices: boolean;
}

/** Why a sale is taxed as it is; each has its words in `reasons.ts`. */
export type TaxReason =
  | "domestic"
  | "oss"
  | "registered_abroad"
  | "below_threshold"
  | "supplier_place"
  | "us_nexus"
  | "reverse_charge"
  | "recipient_accounts"
  | "small_business"
  | "exempt_education"
  | "not_taxable_there"
  | "outside_eu"
  | "outside_seller_country"
  | "no_us_nexus"
  | "seller_unset"
  | "seller_not_registered"
  | "rate_missing";

/** What a person should look at before the return is filed. */
export type TaxFlag =
  | "seller_unset"
  | "seller_not_registered"
  | "rate_missing"
  | "oss_missing"
  | "registration_may_be_due"
  | "tax_id_unconfirmed"
  | "tax_id_invalid"
  | "tax_id_elsewhere"
  | "region_missing"
  | "location_contradicts"
  | "location_thin";

/** One sale to judge: one category, on one local day. */
export interface SaleFacts {
  seller: SellerFacts;
  buyer: BuyerFacts;
  category: string;
  on: string;
  rates: readonly TaxRate[];
}

/** The treatment and why; `rateFrom` is the day the rate began, null where none applies. */
export interface TaxDecision extends Omit<TaxTreatment, "reason"> {
  why: TaxReason;
  rateFrom: string | null;
  flags: TaxFlag[];
}
