import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import type { Db, Tx } from "#kernel/db/database.ts";
import { refuse } from "#kernel/errors.ts";
import type { CustomerSnapshot } from "#modules/billing/contract/buyer.ts";
import type { InvoiceSource, IssuedInvoice } from "#modules/billing/invoices/invoice-plan.ts";

/** An invoice as the inner doors read it. Amounts in minor units. */
export interface InvoiceRow {
  id: string;
  account_id: string;
  kind: "invoice" | "credit_note";
  source_kind: InvoiceSource;
  order_id: string | null;
  purchase_id: string | null;
  subscription_id: string | null;
  corrects_invoice_id: string | null;
  full_number: string | null;
  status: "draft" | "open" | "paid" | "void" | "uncollectible";
  currency: string;
  net_minor: number;
  tax_minor: number;
  total_minor: number;
  paid_minor: number;
  credited_minor: number;
  issued_at: string | null;
  issued_on: string;
  due_on: string;
  locale: string;
  payment_reference: string | null;
  customer: CustomerSnapshot;
}

/** Columns of `InvoiceRow`, of a table called i. */
export const INVOICE_COLUMNS = sql`i.id, i.account_id, i.kind, i.source_kind, i.order_id, i.purchase_id, i.subscription_id,
  i.corrects_invoice_id, i.full_number, i.status, i.currency, i.net_minor, i.tax_minor, i.total_minor, i.paid_minor,
  i.credited_minor, i.issued_at, i.issued_on, i.due_on, i.locale, i.payment_reference, i.customer`;

/** What is still to be paid of an invoice. */
export const openAmount = (
  invoice: Pick<InvoiceRow, "status" | "total_minor" | "paid_minor" | "credited_minor">,
): number =>
  invoice.status === "open" || invoice.status === "uncollectible"
    ? invoice.total_minor - invoice.paid_minor - invoice.credited_minor
    : 0;

const unknownInvoice = () => refuse("not_found", "billing.invoice_unknown", "There is no such invoice.");

/** Reads an invoice. Errors: `billing.invoice_unknown`. */
export async function getInvoiceRow(db: Db, invoiceId: string): Promise<InvoiceRow> {
  const row = await firstRow<InvoiceRow>(
    db,
    sql`SELECT ${INVOICE_COLUMNS} FROM billing.invoice i WHERE i.id = ${invoiceId}`,
  );
  if (!row) throw unknownInvoice();
  return row;
}

/** Locks an invoice for what changes its settlement. Errors: `billing.invoice_unknown`. */
export async function lockInvoice(tx: Tx, invoiceId: string): Promise<InvoiceRow> {
  const row = await firstRow<InvoiceRow>(
    tx,
    sql`SELECT ${INVOICE_COLUMNS} FROM billing.invoice i WHERE i.id = ${invoiceId} FOR UPDATE`,
  );
  if (!row) throw unknownInvoice();
  return row;
}

/** Locks the open invoices of an account in one currency, oldest due first. */
export const lockOpenInvoices = (tx: Tx, accountId: string, currency: string): Promise<InvoiceRow[]> =>
  rows<InvoiceRow>(
    tx,
    sql`SELECT ${INVOICE_COLUMNS} FROM billing.invoice i
        WHERE i.account_id = ${accountId} AND i.currency = ${currency} AND i.kind = 'invoice' AND i.status = 'open'
        ORDER BY i.due_on, i.id FOR UPDATE`,
  );

/** The invoice of a source key; its lines are not read again. */
export async function findBySource(db: Db, sourceKey: string): Promise<IssuedInvoice | undefined> {
  const row = await firstRow<InvoiceRow>(
    db,
    sql`SELECT ${INVOICE_COLUMNS} FROM billing.invoice i WHERE i.source_key = ${sourceKey}`,
  );
  if (!row) return undefined;
  return {
    id: row.id,
    sourceKey,
    accountId: row.account_id,
    fullNumber: row.full_number ?? "",
    currency: row.currency,
    totalMinor: row.total_minor,
    openMinor: openAmount(row),
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    paymentReference: row.payment_reference ?? "",
    computed: {
      currency: row.currency,
      lines: [],
      taxes: [],
      discountMinor: 0,
      netMinor: row.net_minor,
      taxMinor: row.tax_minor,
      totalMinor: row.total_minor,
    },
    isNew: false,
  };
}
