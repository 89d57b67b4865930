import { z } from "zod";
import { InvoiceRef } from "./invoices.ts";
import { Currency, Day, Instant, Minor } from "./money.ts";

/** How documents look; the group of settings `billing.brand`. */
export const BrandSettings = z.object({
  name: z.string().trim().max(60).default("").describe("Name at the top of documents; empty: the seller's"),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, "must be a colour such as #1f6f54")
    .default("#1f6f54")
    .describe("Colour of the name and of the line above it"),
  closing: z.string().trim().max(300).default("").describe("A sentence at the end, such as thanks"),
});

/** `pdf` is the invoice or credit note, with its e-invoice inside where it has one; `ubl` and `cii` are the XML alone. */
export const InvoiceFileKind = z.enum(["pdf", "ubl", "cii", "receipt"]);

/** A document as it was made once. `href` is where it is downloaded. */
export const InvoiceFile = z.object({
  kind: InvoiceFileKind,
  fileId: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  madeAt: Instant,
  href: z.string(),
});

export const GetInvoicePdf = InvoiceRef.extend({
  of: z
    .enum(["invoice", "receipt"])
    .default("invoice")
    .describe("The invoice or credit note itself, or its receipt"),
});

export const GetInvoiceXml = InvoiceRef.extend({
  syntax: z.enum(["ubl", "cii"]).default("ubl").describe("UBL 2.1 or Cross Industry Invoice D16B"),
});
export const InvoiceXml = InvoiceFile.extend({ xml: z.string() });

/** `missing` says why there is no e-invoice, by the rules of EN 16931; empty where there is one. */
export const InvoiceFiles = z.object({
  files: z.array(InvoiceFile),
  missing: z.array(z.object({ code: z.string(), says: z.string() })),
});

export const PrepareInvoiceFiles = InvoiceRef;
export const Prepared = z.object({ invoiceId: z.uuid() });

const period = {
  from: Day.optional().describe("First day; default a year before the last"),
  until: Day.optional().describe("Last day; default today"),
  currency: Currency.optional().describe("Default that of the latest invoice"),
};

export const GetAccountStatement = z.object({ accountId: z.uuid(), ...period });
export const GetMyStatement = z.object({
  accountId: z.uuid().optional().describe("Default the one account whose bills you see"),
  ...period,
});

/** `amountMinor` is positive where it is owed, negative where it was paid or credited. */
export const StatementEntry = z.object({
  on: Day,
  kind: z.enum(["invoice", "credit_note", "payment", "refund", "void", "write_off"]),
  number: z.string().nullable(),
  amountMinor: Minor,
  balanceMinor: Minor,
});

/** Of one currency. A negative balance is in the customer's favour. */
export const AccountStatement = z.object({
  accountId: z.uuid(),
  accountName: z.string(),
  currency: Currency,
  /** All the account has dealt in. */
  currencies: z.array(Currency),
  from: Day,
  until: Day,
  openingMinor: Minor,
  entries: z.array(StatementEntry),
  closingMinor: Minor,
  /** Invoices not paid in full on the last day. */
  openItems: z.array(
    z.object({ invoiceId: z.uuid(), number: z.string(), issuedOn: Day, dueOn: Day, openMinor: Minor }),
  ),
});

/** A document made for this call and not kept. */
export const DocumentFile = z.object({
  name: z.string(),
  mediaType: z.string(),
  contentBase64: z.string(),
});
