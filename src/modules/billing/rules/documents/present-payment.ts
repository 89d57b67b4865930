import { groupReference } from "../payments/creditor-reference.ts";
import { epcPayload } from "../payments/epc-payload.ts";
import { labelsOf } from "./labels/labels.ts";
import { writingLocale } from "./language.ts";
import { groupIban } from "./present-page.ts";
import { type InvoiceDocument, settlementOf } from "./types.ts";
import type { InvoiceView, PaymentView } from "./view.ts";
import { fill, writeAmount, writeDay } from "./write-values.ts";

function transferView(document: InvoiceDocument, dueMinor: number): PaymentView {
  const { seller, currency, locale, paymentReference } = document;
  const labels = labelsOf(locale);
  const writing = writingLocale(locale);
  const holder = seller.legalName || seller.name;
  const payload = epcPayload({
    name: holder,
    iban: seller.iban,
    bic: seller.bic || null,
    amountMinor: dueMinor,
    currency,
    reference: paymentReference ?? document.number,
  });
  return {
    title: labels.howToPay,
    words: fill(labels.payByTransfer, { day: writeDay(document.dueOn, writing) }),
    facts: [
      { label: labels.holder, value: holder },
      { label: "IBAN", value: groupIban(seller.iban) },
      { label: "BIC", value: seller.bic },
      { label: labels.amount, value: writeAmount(dueMinor, currency, writing) },
      {
        label: labels.reference,
        value: paymentReference ? groupReference(paymentReference) : document.number,
      },
    ].filter(({ value }) => value !== ""),
    qr: payload === null ? null : { payload, caption: labels.scan, alt: labels.scanAlt },
  };
}

/** How to pay what is open; null where nothing is, or where nobody said to which account. */
export function presentPayment(document: InvoiceDocument): PaymentView | null {
  const { dueMinor } = settlementOf(document);
  const labels = labelsOf(document.locale);
  if (document.kind === "credit_note" || dueMinor <= 0) return null;
  if (document.collection === "card")
    return { title: labels.howToPay, words: labels.payByCard, facts: [], qr: null };
  return document.seller.iban === "" ? null : transferView(document, dueMinor);
}

/** What was paid, one row a payment. */
export function presentPayments(document: InvoiceDocument): InvoiceView["payments"] {
  if (document.payments.length === 0) return null;
  const labels = labelsOf(document.locale);
  const writing = writingLocale(document.locale);
  return {
    title: labels.payments,
    table: {
      heads: [labels.day, labels.method, labels.amount],
      rows: document.payments.map(({ on, method, amountMinor }) => [
        writeDay(on, writing),
        labels.methods[method],
        writeAmount(amountMinor, document.currency, writing),
      ]),
    },
  };
}
