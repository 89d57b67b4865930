import type { PaymentMethod } from "../types.ts";

/** Words of the documents in one language. `{name}` is filled in. */
export interface DocumentLabels {
  invoice: string;
  creditNote: string;
  receipt: string;
  statement: string;
  billedTo: string;
  from: string;
  issuedOn: string;
  dueOn: string;
  order: string;
  forInvoice: string;
  /** `{number}` and `{day}`: the invoice a credit note corrects, or a receipt is for. */
  invoiceOfDay: string;
  correctsInvoice: string;
  vatId: string;
  taxId: string;
  taxNumber: string;
  dueLine: string;
  nothingDueLine: string;
  paidLine: string;
  creditedLine: string;
  description: string;
  quantity: string;
  unitPrice: string;
  amount: string;
  beginsWhenPaid: string;
  subtotal: string;
  discount: string;
  net: string;
  total: string;
  totalCredited: string;
  paid: string;
  creditNotes: string;
  due: string;
  /** `{tax}` is the name of the tax, `{rate}` its rate. */
  taxAtRate: string;
  taxIncluded: string;
  /** `{rows}` of tax inside the total. */
  netAmount: string;
  vat: string;
  salesTax: string;
  gst: string;
  howToPay: string;
  payByTransfer: string;
  payByCard: string;
  holder: string;
  reference: string;
  scan: string;
  scanAlt: string;
  creditSettled: string;
  payments: string;
  method: string;
  day: string;
  methods: Readonly<Record<PaymentMethod, string>>;
  page: string;
  /** Statement of account. */
  account: string;
  period: string;
  currency: string;
  entry: string;
  charged: string;
  credited: string;
  balance: string;
  openingBalance: string;
  closingBalance: string;
  openItems: string;
  noOpenItems: string;
  noEntries: string;
  overdue: string;
  owedLine: string;
  inCreditLine: string;
  settledLine: string;
  entries: Readonly<Record<StatementEntryKind, string>>;
}

export type StatementEntryKind = "invoice" | "credit_note" | "payment" | "refund" | "void" | "write_off";
