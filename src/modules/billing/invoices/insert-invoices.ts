import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import type { CustomerSnapshot } from "#modules/billing/contract/buyer.ts";
import type { ComputedInvoice, ComputedLine } from "#modules/billing/rules/types.ts";

/** One invoice or credit note, ready to be written. */
export interface InvoiceRecord {
  id: string;
  accountId: string;
  kind: "invoice" | "credit_note";
  sourceKey: string;
  sourceKind: string;
  orderId: string | null;
  purchaseId: string | null;
  subscriptionId: string | null;
  correctsInvoiceId: string | null;
  series: string;
  number: number;
  fullNumber: string;
  status: "open" | "paid";
  issuedAt: string;
  issuedOn: string;
  dueOn: string;
  locale: string;
  seller: unknown;
  customer: CustomerSnapshot;
  taxEvidence: unknown;
  paymentReference: string | null;
  note: string;
  computed: ComputedInvoice;
  /** Of a credit note: which line of the corrected invoice each line gives back. */
  correctsPositions?: readonly (number | null)[];
}

const lineRow = (invoice: InvoiceRecord, line: ComputedLine, index: number) => ({
  invoice_id: invoice.id,
  account_id: invoice.accountId,
  position: index + 1,
  description: line.description,
  quantity: line.quantity,
  unit_minor: line.unitMinor,
  discount_minor: line.discountMinor,
  net_minor: line.netMinor,
  tax_minor: line.taxMinor,
  tax_jurisdiction: line.tax.jurisdiction,
  tax_code: line.tax.code,
  tax_rate_ppm: line.tax.ratePpm,
  tax_reason: line.tax.reason,
  tax_category: line.taxCategory,
  offer_id: line.offerId,
  price_id: line.priceId,
  period_starts_on: line.periodStartsOn,
  period_ends_on: line.periodEndsOn,
  revenue: line.revenue,
  earned_days: line.earnedDays,
  corrects_position: invoice.correctsPositions?.[index] ?? null,
});

const invoiceRow = (invoice: InvoiceRecord) => ({
  id: invoice.id,
  account_id: invoice.accountId,
  kind: invoice.kind,
  source_key: invoice.sourceKey,
  source_kind: invoice.sourceKind,
  order_id: invoice.orderId,
  purchase_id: invoice.purchaseId,
  subscription_id: invoice.subscriptionId,
  corrects_invoice_id: invoice.correctsInvoiceId,
  series: invoice.series,
  number: invoice.number,
  full_number: invoice.fullNumber,
  status: invoice.status,
  currency: invoice.computed.currency,
  net_minor: invoice.computed.netMinor,
  tax_minor: invoice.computed.taxMinor,
  total_minor: invoice.computed.totalMinor,
  discount_minor: invoice.computed.discountMinor,
  paid_minor: 0,
  credited_minor: 0,
  issued_at: invoice.issuedAt,
  issued_on: invoice.issuedOn,
  due_on: invoice.dueOn,
  paid_at: invoice.status === "paid" ? invoice.issuedAt : null,
  locale: invoice.locale,
  seller: invoice.seller,
  customer: invoice.customer,
  tax_evidence: invoice.taxEvidence,
  payment_reference: invoice.paymentReference,
  note: invoice.note,
  created_at: invoice.issuedAt,
});

const taxRows = (invoice: InvoiceRecord) =>
  invoice.computed.taxes.map((tax) => ({
    invoice_id: invoice.id,
    account_id: invoice.accountId,
    jurisdiction: tax.jurisdiction,
    code: tax.code,
    rate_ppm: tax.ratePpm,
    net_minor: tax.netMinor,
    tax_minor: tax.taxMinor,
    reason: tax.reason,
  }));

/** What a credit note is known by once written. */
export type InsertedCreditNote = Pick<InvoiceRecord, "id" | "fullNumber" | "computed">;

/** Writes invoices with their lines and taxes: three statements, however many they are. */
export async function insertInvoices(tx: Tx, invoices: readonly InvoiceRecord[]): Promise<void> {
  if (invoices.length === 0) return;
  await tx.execute(
    sql`INSERT INTO billing.invoice SELECT * FROM jsonb_populate_recordset(null::billing.invoice,
        ${JSON.stringify(invoices.map(invoiceRow))}::jsonb)`,
  );
  await tx.execute(
    sql`INSERT INTO billing.invoice_line SELECT * FROM jsonb_populate_recordset(null::billing.invoice_line,
        ${JSON.stringify(invoices.flatMap((invoice) => invoice.computed.lines.map((line, index) => lineRow(invoice, line, index))))}::jsonb)`,
  );
  await tx.execute(
    sql`INSERT INTO billing.invoice_tax SELECT * FROM jsonb_populate_recordset(null::billing.invoice_tax,
        ${JSON.stringify(invoices.flatMap(taxRows))}::jsonb)`,
  );
}
