import { z } from "zod";
import { Currency, Day, Instant, Minor } from "./money.ts";
import { SellerSettings } from "./seller.ts";
import { TaxCode, TaxFlag, TaxIdStatus, TaxReason } from "./tax-evidence.ts";

/** ISO country, "US-NY" for a state, "PT-20" for a region with a rate of its own. */
export const Jurisdiction = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, "must be a country such as FR, or a state such as US-NY");
const CountryCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, "must be a two-letter country code");
/** A tax id as people type it. */
const TypedTaxId = z.string().trim().min(1, "must be filled in").max(40);
/** A day that a law may name. */
const LawDay = Day.refine((day) => day >= "1950-01-01" && day < "2200-01-01", "is too far away");
/** 200,000 is 20 %. */
const Ppm = z.number().int().min(0).max(500_000);
const cursor = z.string().max(300).optional();

/** A rate, and where it comes from. `isCurrent`: in force today. */
export const TaxRateView = z.object({
  /** Of an added rate; null for those that come with Cairn. */
  id: z.uuid().nullable(),
  jurisdiction: z.string(),
  validFrom: Day,
  /** The day the next rate begins; null while none follows. */
  validUntil: Day.nullable(),
  ratePpm: Ppm,
  taxesDigital: z.boolean(),
  taxesServices: z.boolean(),
  source: z.string(),
  isCurrent: z.boolean(),
  canWithdraw: z.boolean(),
});
export type TaxRateView = z.output<typeof TaxRateView>;

/** `text` begins a jurisdiction: "US" lists all states. `all` shows rates of the past too. */
export const ListTaxRates = z.object({
  text: z.string().trim().max(10).default(""),
  all: z.boolean().default(false),
});

/** Adds a rate from a day on. `source`: where it was read. */
export const AddTaxRate = z.object({
  jurisdiction: Jurisdiction,
  validFrom: LawDay,
  ratePpm: Ppm,
  taxesDigital: z.boolean().default(true),
  taxesServices: z.boolean().default(true),
  source: z.string().trim().min(1, "must say where the rate was read").max(300),
});
/** `invoicesSince` counts invoices of that place issued since the day, under the rate before. */
export const AddedTaxRate = z.object({ rateId: z.uuid(), invoicesSince: z.number().int() });
export const TaxRateRef = z.object({ rateId: z.uuid() });

/** The seller as set, and what is missing for tax to be right. */
export const SellerView = z.object({
  seller: SellerSettings,
  problems: z.array(z.object({ code: z.string(), text: z.string() })),
});

/** What is known of a tax id. */
export const TaxIdView = z.object({
  number: z.string(),
  country: z.string(),
  status: TaxIdStatus,
  checkedAt: Instant.nullable(),
  consultation: z.string().nullable(),
  /** The register will be asked within minutes. */
  isWaiting: z.boolean(),
});
export const CheckTaxId = z.object({ taxId: TypedTaxId, country: CountryCode });
/** What anybody may know of a tax id: whether it can be one. */
export const TaxIdFormat = z.object({ number: z.string(), country: z.string(), isWellFormed: z.boolean() });
/** A person found out themselves; `proof` says where and how, such as the number of a qualified confirmation. */
export const ConfirmTaxId = CheckTaxId.extend({
  isValid: z.boolean(),
  proof: z.string().trim().min(1, "must say how it was confirmed").max(300),
});
export const ListTaxIdChecks = z.object({
  text: z.string().trim().max(40).default(""),
  cursor,
  limit: z.number().int().min(1).max(200).default(50),
});
export const TaxIdCheckView = z.object({
  id: z.uuid(),
  number: z.string(),
  country: z.string(),
  result: TaxIdStatus.exclude(["none"]),
  source: z.enum(["format", "vies", "staff"]),
  consultation: z.string().nullable(),
  checkedAt: Instant,
});
export type TaxIdCheckView = z.output<typeof TaxIdCheckView>;
export const TaxIdCheckPage = z.object({ items: z.array(TaxIdCheckView), nextCursor: z.string().nullable() });

/** A quarter of the company's calendar. */
export const TaxPeriod = z.object({
  year: z.number().int().min(2000).max(2999),
  quarter: z.number().int().min(1).max(4),
});

/** To which return an amount belongs. */
export const TaxReturn = z.enum(["local", "oss", "state", "reverse_charge", "exempt", "none"]);

/** What is owed of one jurisdiction at one rate. Amounts in minor units of `currency`; credit notes are negative. */
export const TaxReportRow = z.object({
  return: TaxReturn,
  jurisdiction: z.string(),
  code: TaxCode,
  ratePpm: z.number().int(),
  currency: Currency,
  netMinor: Minor,
  taxMinor: Minor,
  invoices: z.number().int(),
  /** "2027-Q1": credit notes and voids of invoices of that earlier quarter; null for the quarter's own. */
  corrects: z.string().nullable(),
});
export type TaxReportRow = z.output<typeof TaxReportRow>;

/** Net sales to one business of another member state, for the recapitulative statement. */
export const RecapitulativeRow = z.object({
  taxId: z.string(),
  currency: Currency,
  netMinor: Minor,
});

export const TaxReport = z.object({
  period: TaxPeriod,
  startsOn: Day,
  /** Half-open. */
  endsOn: Day,
  /** False while the quarter still runs. */
  isComplete: z.boolean(),
  rows: z.array(TaxReportRow),
  recapitulative: z.array(RecapitulativeRow),
  /** Invoices of the quarter that somebody has to look at. */
  openReviews: z.number().int(),
});

/** `group`: contradictions need a look before the return; thin evidence is allowed below 100,000 euros a year. */
export const ListTaxReviews = z.object({
  group: z.enum(["contradictions", "thin"]).default("contradictions"),
  state: z.enum(["open", "reviewed"]).default("open"),
  cursor,
  limit: z.number().int().min(1).max(200).default(50),
});
/** An invoice whose tax is doubtful, and why. */
export const TaxReviewView = z.object({
  invoiceId: z.uuid(),
  accountId: z.uuid(),
  fullNumber: z.string(),
  issuedOn: Day,
  currency: Currency,
  totalMinor: Minor,
  taxMinor: Minor,
  territory: z.string(),
  why: TaxReason.nullable(),
  flags: z.array(TaxFlag),
  signals: z.array(z.object({ kind: z.string(), country: z.string() })),
  taxId: z.object({ number: z.string(), status: TaxIdStatus }).nullable(),
  note: z.string().nullable(),
  reviewedAt: Instant.nullable(),
});
export type TaxReviewView = z.output<typeof TaxReviewView>;
export const TaxReviewPage = z.object({ items: z.array(TaxReviewView), nextCursor: z.string().nullable() });
export const ReviewTax = z.object({
  invoiceId: z.uuid(),
  note: z.string().trim().min(1, "must say what was found").max(500),
});
