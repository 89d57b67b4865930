import { labelsOf } from "./labels/labels.ts";
import { writingLocale } from "./language.ts";
import { presentHeads, presentLines } from "./present-lines.ts";
import { customerView, presentPage, sellerTaxId, sellerView } from "./present-page.ts";
import { presentPayment, presentPayments } from "./present-payment.ts";
import { presentSums, presentTaxes } from "./present-sums.ts";
import { type DocumentBrand, type InvoiceDocument, settlementOf } from "./types.ts";
import type { Fact, InvoiceView } from "./view.ts";
import { fill, writeAmount, writeDay } from "./write-values.ts";

/** The invoice (or credit note) itself, or the receipt that it is paid. */
export type InvoiceVariant = "document" | "receipt";

const lastPaidOn = (document: InvoiceDocument): string => document.payments.at(-1)?.on ?? document.issuedOn;

function titleOf({ kind, locale }: InvoiceDocument, variant: InvoiceVariant): string {
  const labels = labelsOf(locale);
  if (kind === "credit_note") return labels.creditNote;
  return variant === "receipt" ? labels.receipt : labels.invoice;
}

/** The one line to read when there is no time for more. */
function headlineOf(document: InvoiceDocument, variant: InvoiceVariant): string {
  const { currency, locale, totalMinor, dueOn } = document;
  const labels = labelsOf(locale);
  const writing = writingLocale(locale);
  const line = (words: string, minor: number, day: string) =>
    fill(words, { amount: writeAmount(minor, currency, writing), day: writeDay(day, writing) });
  const { paidMinor, dueMinor } = settlementOf(document);
  if (document.kind === "credit_note") return line(labels.creditedLine, totalMinor, dueOn);
  if (variant === "receipt") return line(labels.paidLine, paidMinor, lastPaidOn(document));
  return dueMinor > 0 ? line(labels.dueLine, dueMinor, dueOn) : labels.nothingDueLine;
}

function factsOf(document: InvoiceDocument, variant: InvoiceVariant): Fact[] {
  const { locale, corrects, orderReference, kind } = document;
  const labels = labelsOf(locale);
  const day = (on: string) => writeDay(on, writingLocale(locale));
  const invoice = (number: string, on: string) => fill(labels.invoiceOfDay, { number, day: day(on) });
  const isOwed = kind === "invoice" && variant === "document";
  return [
    variant === "receipt"
      ? { label: labels.forInvoice, value: invoice(document.number, document.issuedOn) }
      : { label: labels.issuedOn, value: day(document.issuedOn) },
    ...(isOwed ? [{ label: labels.dueOn, value: day(document.dueOn) }] : []),
    ...(corrects
      ? [{ label: labels.correctsInvoice, value: invoice(corrects.number, corrects.issuedOn) }]
      : []),
    ...(orderReference ? [{ label: labels.order, value: orderReference }] : []),
  ];
}

function notesOf(document: InvoiceDocument): string[] {
  const reasons = new Set(document.taxes.flatMap(({ reason }) => (reason ? [reason] : [])));
  const settled = document.kind === "credit_note" ? [labelsOf(document.locale).creditSettled] : [];
  return [...reasons, document.note, ...settled].filter((note) => note.trim() !== "");
}

/**
 * An invoice, credit note or receipt in the words, numbers and days of the customer's language; what a template shows
 * without deciding anything.
 */
export function presentInvoice(
  document: InvoiceDocument,
  brand: DocumentBrand,
  variant: InvoiceVariant = "document",
): InvoiceView {
  const { seller, customer, locale, number } = document;
  const title = titleOf(document, variant);
  const taxId = sellerTaxId(seller, document.taxes[0]?.jurisdiction);
  return {
    ...presentPage(
      { seller, brand },
      { country: customer.country, locale },
      { title, documentTitle: `${title} ${number}` },
    ),
    number,
    headline: headlineOf(document, variant),
    facts: factsOf(document, variant),
    parties: [customerView(customer, locale), sellerView(seller, locale, taxId)],
    heads: presentHeads(document),
    lines: presentLines(document),
    sums: presentSums(document),
    taxes: presentTaxes(document),
    notes: notesOf(document),
    payment: variant === "receipt" ? null : presentPayment(document),
    payments: presentPayments(document),
  };
}
