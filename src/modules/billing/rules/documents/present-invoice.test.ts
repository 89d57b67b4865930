import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { parseMoney } from "#kernel/money.ts";
import {
  anyInvoiceDocument,
  BRAND,
  CUSTOMER,
  invoiceDocument,
  REVERSE_CHARGE,
  SELLER,
} from "#test/factories/invoices.ts";
import { LANGUAGES, writingLocale } from "./language.ts";
import { labelsOf } from "./labels/labels.ts";
import { presentInvoice } from "./present-invoice.ts";
import type { InvoiceDocument } from "./types.ts";
import { settlementOf } from "./types.ts";
import type { InvoiceView } from "./view.ts";

/** An amount as printed, back in minor units. */
function read(shown: string, { currency, locale }: InvoiceDocument): number {
  const digits = shown
    .replace("\u2212", "-")
    .replaceAll(/[^\d.,\u00a0\u202f-]/g, "")
    .replaceAll(/^\u00a0|\u00a0$/g, "");
  const minor = parseMoney(digits.replace(/[^\d]$/, ""), currency, writingLocale(locale));
  assert.notEqual(minor, undefined, shown);
  return minor ?? 0;
}

const printed = (view: InvoiceView): string => JSON.stringify(view);

describe("presentInvoice", () => {
  it("shows lines, discount and tax that add up to the total, and what is left to pay", () => {
    fc.assert(
      fc.property(anyInvoiceDocument, (document) => {
        const view = presentInvoice(document, BRAND);
        const amount = (shown: string) => read(shown, document);
        const lines = view.lines.reduce((sum, line) => sum + amount(line.amount), 0);
        const labels = labelsOf(document.locale);
        const of = (label: string) =>
          view.sums.filter((row) => row.label === label).map((row) => amount(row.value));
        const total = document.kind === "credit_note" ? labels.totalCredited : labels.total;
        const discount = of(labels.discount).at(0) ?? 0;
        const fixed = [labels.subtotal, labels.discount, labels.net, total, labels.paid, labels.due];
        const tax = view.sums
          .filter((row) => !fixed.includes(row.label))
          .reduce((sum, row) => sum + amount(row.value), 0);
        assert.equal(lines + discount + tax, document.totalMinor);
        assert.deepEqual(of(total), [document.totalMinor]);
        const { paidMinor, dueMinor } = settlementOf(document);
        assert.deepEqual(of(labels.due), paidMinor === 0 ? [] : [dueMinor]);
      }),
      { numRuns: 500 },
    );
  });

  const SAID: Record<(typeof LANGUAGES)[number], RegExp[]> = {
    en: [/"title":"Invoice"/, /€119\.00 due by 18 January 2027/, /VAT 19%/, /4 Jan – 3 Feb 2027/],
    de: [/"title":"Rechnung"/, /119,00\s€, fällig am 18\. Januar 2027/, /USt\. 19\s%/, /Verwendungszweck/],
    es: [/"title":"Factura"/, /119,00\s€, a pagar hasta el 18 de enero de 2027/, /IVA 19\s%/, /Cómo pagar/],
    fr: [
      /"title":"Facture"/,
      /119,00\s€, à payer au plus tard le 18 janvier 2027/,
      /TVA 19\s%/,
      /Comment payer/,
    ],
  };
  for (const language of LANGUAGES)
    it(`speaks ${language}`, () => {
      const locale = language === "en" ? "en-GB" : language;
      const text = printed(presentInvoice(invoiceDocument({ locale }), BRAND));
      for (const words of SAID[language]) assert.match(text, words);
    });

  it("writes English, with British numbers and days, for those whose language it does not speak", () => {
    for (const locale of ["it-IT", "xx", "not a locale"]) {
      const view = presentInvoice(invoiceDocument({ locale }), BRAND);
      assert.equal(view.lang, "en");
      assert.match(view.headline, /^€119\.00 due by 18 January 2027$/);
    }
  });

  it("shows prices with tax where they hold it, and the tax beside them", () => {
    const view = presentInvoice(invoiceDocument({ includesTax: true }), BRAND);
    assert.deepEqual(
      view.lines.map(({ unitPrice, amount }) => [unitPrice, amount]),
      [["€100.00", "€100.00"]],
    );
    assert.deepEqual(view.sums, [{ label: "Total", value: "€100.00", weight: "total" }]);
    assert.deepEqual(view.taxes?.rows, [["VAT 19%", "€84.03", "€15.97"]]);
  });

  it("says the sentence of reverse charge and shows no rate", () => {
    const view = presentInvoice(invoiceDocument({ tax: REVERSE_CHARGE }), BRAND);
    assert.deepEqual(view.notes, [REVERSE_CHARGE.reason]);
    assert.equal(view.lines[0]?.tax, "–");
    assert.ok(view.parties.every(({ lines }) => lines.some((line) => line.startsWith("VAT ID "))));
  });

  it("names the state in the United States and prints on letter paper", () => {
    const customer = {
      ...CUSTOMER,
      country: "US",
      region: "NY",
      city: "New York",
      postcode: "10001",
      taxId: null,
    };
    const tax = { jurisdiction: "US-NY", code: "S", ratePpm: 88_750, reason: null } as const;
    const view = presentInvoice(invoiceDocument({ customer, tax, currency: "USD", locale: "en-US" }), BRAND);
    assert.equal(view.paper, "us-letter");
    assert.ok(view.sums.some(({ label }) => label === "Sales tax (NY) 8.875%"));
    assert.ok(view.parties[0]?.lines.includes("New York, NY 10001"));
    assert.equal(view.payment?.qr, null);
  });

  it("tells how to pay: by transfer with a code to scan, or that nothing is to be done", () => {
    const transfer = presentInvoice(invoiceDocument(), BRAND).payment;
    assert.equal(transfer?.qr?.payload.split("\n").at(-1), "RF81INV000042");
    assert.match(transfer?.qr?.payload ?? "", /\nEUR119\.00\n/);
    const card = presentInvoice(invoiceDocument({ collection: "card" }), BRAND).payment;
    assert.deepEqual([card?.facts, card?.qr], [[], null]);
    assert.equal(presentInvoice(invoiceDocument({ seller: { ...SELLER, iban: "" } }), BRAND).payment, null);
  });

  it("asks for what is left when part is paid, and for nothing when all is", () => {
    const paid = (amountMinor: number) =>
      presentInvoice(
        invoiceDocument({ payments: [{ on: "2027-01-04", amountMinor, method: "credit" }] }),
        BRAND,
      );
    assert.match(paid(1900).headline, /^€100\.00 due by/);
    assert.match(paid(1900).payment?.qr?.payload ?? "", /\nEUR100\.00\n/);
    assert.equal(paid(11_900).headline, "Nothing left to pay");
    assert.equal(paid(11_900).payment, null);
  });

  it("is a receipt that says when and how it was paid", () => {
    const payments = [
      { on: "2027-01-04", amountMinor: 1900, method: "credit" },
      { on: "2027-01-09", amountMinor: 10_000, method: "transfer" },
    ] as const;
    const view = presentInvoice(invoiceDocument({ payments }), BRAND, "receipt");
    assert.equal(view.headline, "€119.00 paid on 9 January 2027");
    assert.equal(view.payment, null);
    assert.deepEqual(view.payments?.table.rows, [
      ["4 January 2027", "Credit on your account", "€19.00"],
      ["9 January 2027", "Bank transfer", "€100.00"],
    ]);
    assert.equal(view.facts[0]?.value, "INV-000042 of 4 January 2027");
  });

  it("is a credit note that names the invoice it corrects", () => {
    const corrects = { number: "INV-000041", issuedOn: "2026-12-04" };
    const view = presentInvoice(
      invoiceDocument({ kind: "credit_note", number: "CN-000007", corrects }),
      BRAND,
    );
    assert.equal(view.title, "Credit note");
    assert.equal(view.headline, "€119.00 credited");
    assert.ok(view.facts.some(({ value }) => value === "INV-000041 of 4 December 2026"));
    assert.equal(view.payment, null);
  });

  it("takes the brand's name and colour, and the seller's where none is set", () => {
    assert.equal(presentInvoice(invoiceDocument(), BRAND).brand, "Northwind");
    assert.equal(presentInvoice(invoiceDocument(), { ...BRAND, name: "" }).brand, "Northwind Academy");
  });
});
