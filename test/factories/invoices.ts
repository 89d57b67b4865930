import * as fc from "fast-check";
import type {
  CustomerParty,
  DocumentBrand,
  InvoiceDocument,
  SellerParty,
} from "#modules/billing/rules/documents/types.ts";
import { computeInvoice } from "#modules/billing/rules/pricing/compute-invoice.ts";
import type { ComputedInvoice, DraftLine, TaxTreatment } from "#modules/billing/rules/types.ts";

/** A company in Germany that is registered for VAT. Numbers are right by their check digits and belong to nobody. */
export const SELLER: SellerParty = {
  name: "Northwind Academy",
  legalName: "Northwind Academy GmbH",
  line1: "Torstraße 140",
  line2: "",
  postcode: "10119",
  city: "Berlin",
  country: "DE",
  email: "billing@northwind.example",
  register: "Amtsgericht Charlottenburg HRB 123456",
  taxNumber: "30/123/45678",
  taxIds: { DE: "DE136695976" },
  iban: "DE89370400440532013000",
  bic: "COBADEFFXXX",
};

/** A company in France that buys. */
export const CUSTOMER: CustomerParty = {
  name: "Hélène Dupont",
  organisation: "Atelier Colbert SARL",
  email: "helene@example.com",
  line1: "3 rue de la Paix",
  line2: null,
  postcode: "75002",
  city: "Paris",
  region: null,
  country: "FR",
  taxId: "FR40303265045",
};

export const BRAND: DocumentBrand = { name: "Northwind", colour: "#1f6f54", closing: "" };

export const VAT_19: TaxTreatment = { jurisdiction: "DE", code: "S", ratePpm: 190_000, reason: null };
export const REVERSE_CHARGE: TaxTreatment = {
  jurisdiction: "FR",
  code: "AE",
  ratePpm: 0,
  reason: "Reverse charge: the customer accounts for the VAT (Article 196 of Directive 2006/112/EC).",
};

/** A line before tax; what is left out is a month of a plan for 100.00. */
export const draftLine = (given: Partial<DraftLine> = {}): DraftLine => {
  const quantity = given.quantity ?? 1;
  const unitMinor = given.unitMinor === undefined ? 10_000 : given.unitMinor;
  return {
    description: "Studio Pro",
    quantity,
    unitMinor,
    amountMinor: (unitMinor ?? 10_000) * quantity,
    isDiscountable: true,
    taxCategory: "digital_service",
    offerId: null,
    priceId: null,
    periodStartsOn: "2027-01-04",
    periodEndsOn: "2027-02-04",
    revenue: "subscription",
    earnedDays: null,
    ...given,
  };
};

/** The document of a computed invoice. */
export const documentOf = (
  computed: ComputedInvoice,
  given: Partial<InvoiceDocument> = {},
): InvoiceDocument => ({
  invoiceId: "0190aaaa-0000-7000-8000-000000000001",
  accountId: "0190aaaa-0000-7000-8000-000000000002",
  kind: "invoice",
  number: "INV-000042",
  currency: computed.currency,
  locale: "en-GB",
  issuedAt: Temporal.Instant.from("2027-01-04T09:00:00Z"),
  issuedOn: "2027-01-04",
  dueOn: "2027-01-18",
  paidAt: null,
  seller: SELLER,
  customer: CUSTOMER,
  lines: computed.lines.map((line, index) => ({
    position: index + 1,
    description: line.description,
    quantity: line.quantity,
    unitMinor: line.unitMinor,
    discountMinor: line.discountMinor,
    netMinor: line.netMinor,
    taxMinor: line.taxMinor,
    jurisdiction: line.tax.jurisdiction,
    code: line.tax.code,
    ratePpm: line.tax.ratePpm,
    periodStartsOn: line.periodStartsOn,
    periodEndsOn: line.periodEndsOn,
    revenue: line.revenue,
  })),
  taxes: computed.taxes,
  discountMinor: computed.discountMinor,
  netMinor: computed.netMinor,
  taxMinor: computed.taxMinor,
  totalMinor: computed.totalMinor,
  includesTax: false,
  payments: [],
  creditedMinor: 0,
  paymentReference: "RF81INV000042",
  collection: "transfer",
  note: "",
  orderReference: null,
  corrects: null,
  ...given,
});

interface InvoiceGiven extends Partial<InvoiceDocument> {
  draft?: readonly Partial<DraftLine>[];
  tax?: TaxTreatment;
  percentOffPpm?: number;
}

/** An invoice of one line of 100.00 and 19 % tax, unless said otherwise. */
export function invoiceDocument({ draft = [{}], tax = VAT_19, percentOffPpm, ...given }: InvoiceGiven = {}) {
  const discount = { label: "Launch", percentPpm: percentOffPpm ?? null, amountMinor: null, offerIds: null };
  const computed = computeInvoice(
    {
      currency: given.currency ?? "EUR",
      includesTax: given.includesTax ?? false,
      lines: draft.map(draftLine),
      discounts: percentOffPpm === undefined ? [] : [discount],
    },
    () => tax,
  );
  return documentOf(computed, given);
}

const treatment = fc.constantFrom<TaxTreatment>(
  VAT_19,
  { jurisdiction: "DE", code: "S", ratePpm: 70_000, reason: null },
  { jurisdiction: "FI", code: "S", ratePpm: 255_000, reason: null },
  { jurisdiction: "DE", code: "Z", ratePpm: 0, reason: null },
  { jurisdiction: "DE", code: "E", ratePpm: 0, reason: "Exempt as education." },
  REVERSE_CHARGE,
);

const anyLine = fc
  .record({
    quantity: fc.oneof(fc.integer({ min: 1, max: 500 }), fc.constantFrom(0.25, 1.5, 12.125)),
    unitMinor: fc.option(fc.integer({ min: 0, max: 5_000_000 }), { nil: null }),
    amount: fc.integer({ min: -40_000, max: 5_000_000 }),
    category: fc.constantFrom("a", "b"),
    hasPeriod: fc.boolean(),
  })
  .map(({ quantity, unitMinor, amount, category, hasPeriod }) =>
    draftLine({
      quantity: unitMinor === null || !Number.isInteger(quantity * unitMinor) ? 1 : quantity,
      unitMinor,
      amountMinor:
        unitMinor === null ? amount : unitMinor * (Number.isInteger(quantity * unitMinor) ? quantity : 1),
      taxCategory: category,
      ...(hasPeriod ? {} : { periodStartsOn: null, periodEndsOn: null }),
    }),
  );

/** Any invoice or credit note that billing may issue: one or two taxes, discounts, with tax inside or not, paid in part. */
export const anyInvoiceDocument = fc
  .record({
    currency: fc.constantFrom("EUR", "USD", "GBP", "JPY"),
    includesTax: fc.boolean(),
    lines: fc.array(anyLine, { minLength: 1, maxLength: 8 }),
    percentPpm: fc.option(fc.integer({ min: 1, max: 1_000_000 }), { nil: null }),
    taxes: fc.tuple(treatment, treatment),
    paidShare: fc.integer({ min: 0, max: 4 }),
    isCreditNote: fc.boolean(),
    collection: fc.constantFrom("transfer" as const, "card" as const),
    locale: fc.constantFrom("en-US", "de-DE", "es-ES", "fr-FR", "pt-BR"),
  })
  .map(({ currency, includesTax, lines, percentPpm, taxes, paidShare, isCreditNote, collection, locale }) => {
    const computed = computeInvoice(
      {
        currency,
        includesTax,
        lines,
        discounts:
          percentPpm === null ? [] : [{ label: "Off", percentPpm, amountMinor: null, offerIds: null }],
      },
      (category) => taxes[category === "a" ? 0 : 1],
    );
    const paidMinor = isCreditNote ? 0 : Math.floor((computed.totalMinor * paidShare) / 4);
    return documentOf(computed, {
      includesTax,
      collection,
      locale,
      payments: paidMinor > 0 ? [{ on: "2027-01-06", amountMinor: paidMinor, method: "transfer" }] : [],
      ...(isCreditNote
        ? {
            kind: "credit_note",
            number: "CN-000007",
            corrects: { number: "INV-000041", issuedOn: "2026-12-04" },
          }
        : {}),
    });
  })
  .filter((document) => document.totalMinor >= 0);
