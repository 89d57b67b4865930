import { labelsOf } from "./labels/labels.ts";
import { writingLocale } from "./language.ts";
import { customerView, presentPage, sellerTaxId, sellerView } from "./present-page.ts";
import type { StatementDocument } from "./statement.ts";
import type { DocumentBrand } from "./types.ts";
import type { Fact, PageView, PartyView, TableView } from "./view.ts";
import { fill, writeAmount, writeDay } from "./write-values.ts";

/** A statement of account as a page shows it. */
export interface StatementView extends PageView {
  headline: string;
  facts: Fact[];
  parties: PartyView[];
  /** The first and the last row are the balances before and after. */
  entries: TableView;
  /** Said where nothing happened; else empty. */
  noEntries: string;
  openTitle: string;
  openItems: TableView | null;
  noOpenItems: string;
}

function headlineOf({ closingMinor, currency, locale }: StatementDocument): string {
  const labels = labelsOf(locale);
  if (closingMinor === 0) return labels.settledLine;
  const amount = writeAmount(Math.abs(closingMinor), currency, writingLocale(locale));
  return fill(closingMinor > 0 ? labels.owedLine : labels.inCreditLine, { amount });
}

function entriesOf(document: StatementDocument): TableView {
  const { currency, locale, entries, openingMinor, closingMinor, from, until } = document;
  const labels = labelsOf(locale);
  const writing = writingLocale(locale);
  const money = (minor: number) => writeAmount(minor, currency, writing);
  const rows = entries.map((entry) => [
    writeDay(entry.on, writing),
    fill(labels.entries[entry.kind], { number: entry.number ?? "" }).trim(),
    entry.amountMinor > 0 ? money(entry.amountMinor) : "",
    entry.amountMinor < 0 ? money(-entry.amountMinor) : "",
    money(entry.balanceMinor),
  ]);
  return {
    heads: [labels.day, labels.entry, labels.charged, labels.credited, labels.balance],
    rows: [
      [writeDay(from, writing), labels.openingBalance, "", "", money(openingMinor)],
      ...rows,
      [writeDay(until, writing), labels.closingBalance, "", "", money(closingMinor)],
    ],
  };
}

function openItemsOf(document: StatementDocument): TableView | null {
  const { openItems, currency, locale, until } = document;
  if (openItems.length === 0) return null;
  const labels = labelsOf(locale);
  const writing = writingLocale(locale);
  return {
    heads: [labels.invoice, labels.issuedOn, labels.dueOn, labels.due],
    rows: openItems.map(({ number, issuedOn, dueOn, openMinor }) => [
      number,
      writeDay(issuedOn, writing),
      dueOn < until ? `${writeDay(dueOn, writing)} (${labels.overdue})` : writeDay(dueOn, writing),
      writeAmount(openMinor, currency, writing),
    ]),
  };
}

/** A statement of account in the words, numbers and days of the customer's language. */
export function presentStatement(document: StatementDocument, brand: DocumentBrand): StatementView {
  const { seller, customer, locale, from, until, currency } = document;
  const labels = labelsOf(locale);
  const writing = writingLocale(locale);
  return {
    ...presentPage(
      { seller, brand },
      { country: customer.country, locale },
      { title: labels.statement, documentTitle: `${labels.statement} ${from} – ${until}` },
    ),
    headline: headlineOf(document),
    facts: [
      { label: labels.period, value: `${writeDay(from, writing)} – ${writeDay(until, writing)}` },
      { label: labels.currency, value: currency },
    ],
    parties: [
      { ...customerView(customer, locale), label: labels.account },
      sellerView(seller, locale, sellerTaxId(seller)),
    ],
    entries: entriesOf(document),
    noEntries: document.entries.length === 0 ? labels.noEntries : "",
    openTitle: labels.openItems,
    openItems: openItemsOf(document),
    noOpenItems: labels.noOpenItems,
  };
}
