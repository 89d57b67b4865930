import { labelsOf } from "./labels/labels.ts";
import { writingLocale } from "./language.ts";
import { taxName } from "./tax-name.ts";
import { type DocumentTax, type InvoiceDocument, settlementOf } from "./types.ts";
import type { SumView, TableView } from "./view.ts";
import { fill, writeAmount, writeRate } from "./write-values.ts";

function taxLabel(tax: DocumentTax, locale: string): string {
  const labels = labelsOf(locale);
  return fill(labels.taxAtRate, {
    tax: taxName(tax.jurisdiction, labels),
    rate: writeRate(tax.ratePpm, writingLocale(locale)),
  });
}

const isTaxed = ({ code }: DocumentTax): boolean => code === "S" || code === "Z";

/** From the amounts of the lines down to what is to be paid. */
export function presentSums(document: InvoiceDocument): SumView[] {
  const { currency, locale, includesTax, discountMinor, netMinor, taxMinor, totalMinor } = document;
  const { creditedMinor } = document;
  const labels = labelsOf(locale);
  const money = (minor: number) => writeAmount(minor, currency, writingLocale(locale));
  const row = (label: string, minor: number, weight: SumView["weight"] = "plain"): SumView => ({
    label,
    value: money(minor),
    weight,
  });
  const { paidMinor, dueMinor } = settlementOf(document);
  const taxed = document.taxes.filter(isTaxed);
  const shown = netMinor + discountMinor + (includesTax ? taxMinor : 0);
  const isCredit = document.kind === "credit_note";
  return [
    ...(discountMinor === 0 ? [] : [row(labels.subtotal, shown), row(labels.discount, -discountMinor)]),
    ...(includesTax || taxed.length === 0 ? [] : [row(labels.net, netMinor)]),
    ...(includesTax ? [] : taxed.map((tax) => row(taxLabel(tax, locale), tax.taxMinor))),
    row(isCredit ? labels.totalCredited : labels.total, totalMinor, "total"),
    ...(creditedMinor === 0 ? [] : [row(labels.creditNotes, -creditedMinor)]),
    ...(paidMinor === 0 ? [] : [row(labels.paid, -paidMinor)]),
    ...(paidMinor === 0 && creditedMinor === 0 ? [] : [row(labels.due, dueMinor, "due")]),
  ];
}

/**
 * Tax by rate: where prices hold tax, or there are several rates, the sum alone would not show what each is of
 * (Article 226 (8) to (10) of Directive 2006/112/EC).
 */
export function presentTaxes(document: InvoiceDocument): TableView | null {
  const taxed = document.taxes.filter(isTaxed);
  if (taxed.length === 0 || (!document.includesTax && document.taxes.length === 1)) return null;
  const labels = labelsOf(document.locale);
  const money = (minor: number) => writeAmount(minor, document.currency, writingLocale(document.locale));
  return {
    heads: [document.includesTax ? labels.taxIncluded : labels.vat, labels.netAmount, labels.amount],
    rows: document.taxes.map((tax) => [
      isTaxed(tax) ? taxLabel(tax, document.locale) : "–",
      money(tax.netMinor),
      money(tax.taxMinor),
    ]),
  };
}
