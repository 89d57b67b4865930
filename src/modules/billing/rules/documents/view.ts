/** A fact with its label. */
export interface Fact {
  label: string;
  value: string;
}

/** A block of an address: the first line stands out. */
export interface PartyView {
  label: string;
  name: string;
  lines: string[];
}

export interface LineView {
  description: string;
  detail: string;
  quantity: string;
  unitPrice: string;
  tax: string;
  amount: string;
}

/** One row of the sum; `weight` says how loud. */
export interface SumView extends Fact {
  weight: "plain" | "total" | "due";
}

export interface PaymentView {
  title: string;
  words: string;
  facts: Fact[];
  /** What a QR code of the transfer says; null where there is none. */
  qr: { payload: string; caption: string; alt: string } | null;
}

export interface TableView {
  heads: string[];
  rows: string[][];
}

/** What every document of the house has: paper, brand, title, foot. All text is ready to be read. */
export interface PageView {
  lang: string;
  paper: "a4" | "us-letter";
  colour: string;
  brand: string;
  title: string;
  /** Author and title in the file's own facts. */
  author: string;
  documentTitle: string;
  /** `{page}` and `{pages}` stand in it. */
  pageWords: string;
  foot: string[][];
  closing: string;
}

/** An invoice, credit note or receipt as a page shows it. */
export interface InvoiceView extends PageView {
  number: string;
  headline: string;
  facts: Fact[];
  parties: PartyView[];
  heads: { description: string; quantity: string; unitPrice: string; tax: string; amount: string };
  lines: LineView[];
  sums: SumView[];
  taxes: TableView | null;
  /** Sentences of law and notes. */
  notes: string[];
  payment: PaymentView | null;
  payments: { title: string; table: TableView } | null;
}
