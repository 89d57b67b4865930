import { labelsOf } from "./labels/labels.ts";
import { writingLocale } from "./language.ts";
import { taxName } from "./tax-name.ts";
import type { DocumentLine, InvoiceDocument } from "./types.ts";
import type { InvoiceView, LineView } from "./view.ts";
import { writeAmount, writePeriod, writeQuantity, writeRate } from "./write-values.ts";

/** What a line shows as its amount: before discount, with tax where prices hold it. */
export const shownAmount = (line: DocumentLine, includesTax: boolean): number =>
  line.netMinor + line.discountMinor + (includesTax ? line.taxMinor : 0);

function detailOf(line: DocumentLine, { kind, locale }: InvoiceDocument): string {
  if (line.periodStartsOn && line.periodEndsOn)
    return writePeriod(line.periodStartsOn, line.periodEndsOn, writingLocale(locale));
  const begins = kind === "invoice" && line.revenue === "subscription" && line.netMinor >= 0;
  return begins ? labelsOf(locale).beginsWhenPaid : "";
}

const taxShown = ({ code, ratePpm }: DocumentLine, locale: string): string =>
  code === "S" || code === "Z" ? writeRate(ratePpm, locale) : "–";

/** The rows of the table. */
export function presentLines(document: InvoiceDocument): LineView[] {
  const { currency, locale, includesTax } = document;
  const writing = writingLocale(locale);
  return document.lines.map((line) => ({
    description: line.description,
    detail: detailOf(line, document),
    quantity: writeQuantity(line.quantity, writing),
    unitPrice: line.unitMinor === null ? "" : writeAmount(line.unitMinor, currency, writing),
    tax: taxShown(line, writing),
    amount: writeAmount(shownAmount(line, includesTax), currency, writing),
  }));
}

/** The heads of the table; the tax is called by its name where there is one kind of it. */
export function presentHeads(document: InvoiceDocument): InvoiceView["heads"] {
  const labels = labelsOf(document.locale);
  const names = new Set(document.taxes.map((tax) => taxName(tax.jurisdiction, labels)));
  const [only = labels.vat] = names;
  return {
    description: labels.description,
    quantity: labels.quantity,
    unitPrice: labels.unitPrice,
    tax: names.size > 1 ? labels.vat : only,
    amount: labels.amount,
  };
}
