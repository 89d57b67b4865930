import { sql } from "#kernel/db/sql.ts";
import type { z } from "zod";
import type { InvoiceSummary } from "#modules/billing/contract/invoices.ts";
import { openAmount } from "#modules/billing/invoices/load-invoice.ts";

export interface SummaryRow {
  id: string;
  account_id: string;
  account_name: string;
  kind: "invoice" | "credit_note";
  full_number: string;
  status: "draft" | "open" | "paid" | "void" | "uncollectible";
  currency: string;
  net_minor: number;
  tax_minor: number;
  total_minor: number;
  paid_minor: number;
  credited_minor: number;
  issued_on: string;
  due_on: string;
  place: string;
}

/** Columns of `SummaryRow` without the place in a list, of invoice i and account a. */
export const SUMMARY_COLUMNS = sql`i.id, i.account_id, a.name AS account_name, i.kind, i.full_number, i.status, i.currency,
  i.net_minor, i.tax_minor, i.total_minor, i.paid_minor, i.credited_minor, i.issued_on, i.due_on`;

/** An invoice in a list. `today` is the company's local day. */
export const toSummary = (row: SummaryRow, today: string): z.input<typeof InvoiceSummary> => ({
  id: row.id,
  accountId: row.account_id,
  accountName: row.account_name,
  kind: row.kind,
  fullNumber: row.full_number,
  status: row.status,
  isOverdue: row.status === "open" && row.due_on < today,
  currency: row.currency,
  netMinor: row.net_minor,
  taxMinor: row.tax_minor,
  totalMinor: row.total_minor,
  openMinor: row.kind === "invoice" ? openAmount(row) : 0,
  issuedOn: row.issued_on,
  dueOn: row.due_on,
});
