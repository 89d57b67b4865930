import type { Ppm, RevenueKind, TaxCode } from "../types.ts";

/** Who sells, as it was at issue. Empty text where nothing was set. */
export interface SellerParty {
  name: string;
  legalName: string;
  line1: string;
  line2: string;
  postcode: string;
  city: string;
  country: string | null;
  email: string;
  /** Court and number of the commercial register. */
  register: string;
  taxNumber: string;
  /** Tax ids by the country that gave them. */
  taxIds: Readonly<Record<string, string>>;
  iban: string;
  bic: string;
}

/** Who buys, as it was at issue. */
export interface CustomerParty {
  name: string;
  organisation: string | null;
  email: string;
  line1: string;
  line2: string | null;
  postcode: string | null;
  city: string;
  region: string | null;
  country: string;
  taxId: string | null;
}

/** A line; netMinor is after discount and without tax, discountMinor on the terms of unitMinor. */
export interface DocumentLine {
  position: number;
  description: string;
  quantity: number;
  unitMinor: number | null;
  discountMinor: number;
  netMinor: number;
  taxMinor: number;
  jurisdiction: string;
  code: TaxCode;
  ratePpm: Ppm;
  /** Local days, half-open; null: begins when it is paid. */
  periodStartsOn: string | null;
  periodEndsOn: string | null;
  revenue: RevenueKind;
}

export interface DocumentTax {
  jurisdiction: string;
  code: TaxCode;
  ratePpm: Ppm;
  netMinor: number;
  taxMinor: number;
  /** The sentence of law, in the language of the invoice. */
  reason: string | null;
}

/** Money applied to an invoice; negative: taken off again. `on` is a day of the company's zone. */
export interface DocumentPayment {
  on: string;
  amountMinor: number;
  method: PaymentMethod;
}

export type PaymentMethod = "transfer" | "card" | "credit" | "other";

/**
 * All that an invoice or credit note says, in minor units of `currency`; of a credit note all amounts are positive. Made of
 * rows that are never changed, so a document made of it again is the same.
 */
export interface InvoiceDocument {
  invoiceId: string;
  accountId: string;
  kind: "invoice" | "credit_note";
  number: string;
  currency: string;
  /** BCP 47, as the customer reads. */
  locale: string;
  issuedAt: Temporal.Instant;
  issuedOn: string;
  dueOn: string;
  /** Null while it is not paid in full. */
  paidAt: Temporal.Instant | null;
  seller: SellerParty;
  customer: CustomerParty;
  lines: readonly DocumentLine[];
  taxes: readonly DocumentTax[];
  discountMinor: number;
  netMinor: number;
  taxMinor: number;
  totalMinor: number;
  /** Prices hold tax: amounts of lines and discounts are shown with it. */
  includesTax: boolean;
  /** Applied until the instant the document speaks of. */
  payments: readonly DocumentPayment[];
  /** Taken off by credit notes until then. */
  creditedMinor: number;
  paymentReference: string | null;
  /** How it is to be paid: by the customer's own transfer, or taken from a payment method. */
  collection: "transfer" | "card";
  note: string;
  orderReference: string | null;
  /** Of a credit note: the invoice it gives back of. */
  corrects: { number: string; issuedOn: string } | null;
}

/** How the company's documents look. `colour` is `#rrggbb`. */
export interface DocumentBrand {
  name: string;
  colour: string;
  closing: string;
}

/** What has been paid of a document, and what is open. */
export function settlementOf(document: Pick<InvoiceDocument, "payments" | "totalMinor" | "creditedMinor">): {
  paidMinor: number;
  dueMinor: number;
} {
  const paidMinor = document.payments.reduce((sum, payment) => sum + payment.amountMinor, 0);
  return { paidMinor, dueMinor: document.totalMinor - document.creditedMinor - paidMinor };
}
