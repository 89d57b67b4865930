import { z } from "zod";

const line = (max: number) => z.string().trim().max(max);
const Country = z.string().regex(/^[A-Z]{2}$/, "must be a two-letter country code");

/** Tax ids by the country that gave them, such as `{ "DE": "DE136695976" }`. */
export const TaxIds = z.record(Country, line(40).min(2, "must be filled in"));

/**
 * Who sells, for invoices and tax; the group of settings `billing.seller`. Without a country and a tax id of it no tax
 * is charged, and staff see why.
 */
export const SellerSettings = z.object({
  /** Empty: the company's name. */
  name: line(160).default(""),
  legalName: line(200).default(""),
  line1: line(160).default(""),
  line2: line(160).default(""),
  postcode: line(20).default(""),
  city: line(100).default(""),
  country: Country.nullable().default(null),
  email: z.union([z.literal(""), z.email("must be an e-mail address").max(254)]).default(""),
  /** Court and number of the commercial register, as letters have to name them in many countries. */
  register: line(200).default(""),
  /** Number at the local tax office, where invoices may carry it in place of a tax id. */
  taxNumber: line(40).default(""),
  taxIds: TaxIds.default({}),
  oss: z.boolean().default(false).describe("Registered for the One Stop Shop of the EU"),
  isAboveEuThreshold: z
    .boolean()
    .default(false)
    .describe("Sales to consumers in other member states passed 10,000 euros in this or the last year"),
  isSmallBusiness: z.boolean().default(false).describe("Charges no tax at home as a small business"),
  usStates: z
    .array(z.string().regex(/^[A-Z]{2}$/, "must be a two-letter state"))
    .max(51)
    .default([])
    .describe("States of the US to collect sales tax in"),
  iban: z
    .string()
    .transform((text) => text.replace(/\s/g, "").toUpperCase())
    .pipe(z.union([z.literal(""), z.string().regex(/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/, "must be an IBAN")]))
    .default(""),
  bic: z
    .string()
    .trim()
    .toUpperCase()
    .pipe(
      z.union([
        z.literal(""),
        z.string().regex(/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/, "must be a BIC of 8 or 11 characters"),
      ]),
    )
    .default(""),
  viesEnabled: z
    .boolean()
    .default(false)
    .describe("Ask the register of the EU (VIES) whether tax ids are valid"),
  viesUrl: z
    .url("must be an address")
    .max(300)
    .default("https://ec.europa.eu/taxation_customs/vies/rest-api")
    .describe("Where VIES answers"),
  unconfirmedTaxId: z
    .enum(["charge", "reverse_charge"])
    .default("charge")
    .describe("What to do with a tax id that nobody could confirm"),
});
export type SellerSettings = z.output<typeof SellerSettings>;

/** The seller as kept on an invoice: as it was on the day of issue. */
export const SellerSnapshot = z.object({
  name: z.string(),
  legalName: z.string(),
  line1: z.string(),
  line2: z.string(),
  postcode: z.string(),
  city: z.string(),
  country: z.string().nullable(),
  email: z.string(),
  register: z.string(),
  taxNumber: z.string(),
  taxIds: z.record(z.string(), z.string()),
  iban: z.string(),
  bic: z.string(),
});
export type SellerSnapshot = z.output<typeof SellerSnapshot>;
