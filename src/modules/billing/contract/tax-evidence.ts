import { z } from "zod";

/** EN 16931: S standard, Z zero, E exempt, AE reverse charge, O outside of the scope. */
export const TaxCode = z.enum(["S", "Z", "E", "AE", "O"]);

/** Why a sale is taxed as it is. */
export const TaxReason = z.enum([
  "domestic",
  "oss",
  "registered_abroad",
  "below_threshold",
  "supplier_place",
  "us_nexus",
  "reverse_charge",
  "recipient_accounts",
  "small_business",
  "exempt_education",
  "not_taxable_there",
  "outside_eu",
  "outside_seller_country",
  "no_us_nexus",
  "seller_unset",
  "seller_not_registered",
  "rate_missing",
]);

/** What a person should look at. */
export const TaxFlag = z.enum([
  "seller_unset",
  "seller_not_registered",
  "rate_missing",
  "oss_missing",
  "registration_may_be_due",
  "tax_id_unconfirmed",
  "tax_id_invalid",
  "tax_id_elsewhere",
  "region_missing",
  "location_contradicts",
  "location_thin",
]);

/** How far a tax id was checked. */
export const TaxIdStatus = z.enum(["none", "invalid", "format_only", "unavailable", "valid"]);

/** Why an invoice is taxed as it is: kept with it. No name and no address in it. */
export const TaxEvidence = z.object({
  version: z.literal(1),
  /** The local day whose rates and rules counted. */
  on: z.string(),
  seller: z.object({ country: z.string().nullable(), registeredIn: z.array(z.string()), oss: z.boolean() }),
  /** Where the buyer belongs for tax: "FR", "US-NY", "ES-X" for a territory outside of the EU's VAT. */
  territory: z.string(),
  taxId: z
    .object({
      number: z.string(),
      country: z.string(),
      status: TaxIdStatus,
      checkId: z.string().nullable(),
      checkedAt: z.string().nullable(),
      consultation: z.string().nullable(),
    })
    .nullable(),
  location: z.object({
    signals: z.array(
      z.object({
        kind: z.enum(["billing_address", "client_address", "tax_id", "payment"]),
        country: z.string(),
      }),
    ),
    supporting: z.number().int(),
  }),
  decisions: z.array(
    z.object({
      category: z.string(),
      jurisdiction: z.string(),
      code: TaxCode,
      ratePpm: z.number().int(),
      why: TaxReason,
      rateFrom: z.string().nullable(),
    }),
  ),
  flags: z.array(TaxFlag),
});
export type TaxEvidence = z.output<typeof TaxEvidence>;
