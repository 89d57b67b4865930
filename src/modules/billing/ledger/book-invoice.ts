import type { Tx } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { type JournalEntry, postJournals } from "#modules/billing/ledger/post-journal.ts";
import { insertSchedules, type ScheduledLine } from "#modules/billing/ledger/schedules.ts";
import { invoicePostings } from "#modules/billing/rules/ledger/invoice-postings.ts";

interface InvoiceToBook {
  id: string;
  account_id: string;
  source_kind: string;
  full_number: string;
  currency: string;
  total_minor: number;
  issued_on: string;
  issued_at: string;
  lines: Pick<
    ScheduledLine,
    "position" | "netMinor" | "revenue" | "periodStartsOn" | "periodEndsOn" | "earnedDays"
  >[];
  taxes: { jurisdiction: string; taxMinor: number }[] | null;
}

const invoicesToBook = (tx: Tx, invoiceIds: readonly string[]) =>
  rows<InvoiceToBook>(
    tx,
    sql`SELECT i.id, i.account_id, i.source_kind, i.full_number, i.currency, i.total_minor, i.issued_on, i.issued_at,
          (SELECT coalesce(jsonb_agg(jsonb_build_object('position', l.position, 'netMinor', l.net_minor,
             'revenue', l.revenue, 'periodStartsOn', l.period_starts_on, 'periodEndsOn', l.period_ends_on,
             'earnedDays', l.earned_days) ORDER BY l.position), '[]')
           FROM billing.invoice_line l WHERE l.invoice_id = i.id) AS lines,
          (SELECT jsonb_agg(jsonb_build_object('jurisdiction', t.jurisdiction, 'taxMinor', t.tax_minor))
           FROM billing.invoice_tax t WHERE t.invoice_id = i.id) AS taxes
        FROM billing.invoice i
        WHERE i.id = ANY (${sql.param([...invoiceIds])}::uuid[]) AND i.kind = 'invoice' AND i.number IS NOT NULL`,
  );

const toJournal = (invoice: InvoiceToBook): JournalEntry => ({
  ref: `invoice:${invoice.id}`,
  on: invoice.issued_on,
  at: invoice.issued_at,
  kind: "invoice",
  text: `Invoice ${invoice.full_number}`,
  accountId: invoice.account_id,
  postings: invoicePostings({
    currency: invoice.currency,
    sourceKind: invoice.source_kind,
    totalMinor: invoice.total_minor,
    lines: invoice.lines,
    taxes: invoice.taxes ?? [],
  }),
});

const toLines = (invoice: InvoiceToBook): ScheduledLine[] =>
  invoice.lines.map((line) => ({
    ...line,
    invoiceId: invoice.id,
    accountId: invoice.account_id,
    sourceKind: invoice.source_kind,
    issuedOn: invoice.issued_on,
    currency: invoice.currency,
  }));

/**
 * Books issued invoices (receivables against revenue to come, revenue, tax) and writes down how their lines are earned:
 * four statements, however many they are. A run should call this once for all. Safe to call again. Errors: one that is
 * not issued, or is no invoice.
 */
export async function bookInvoices(tx: Tx, { invoiceIds }: { invoiceIds: readonly string[] }): Promise<void> {
  if (invoiceIds.length === 0) return;
  const invoices = await invoicesToBook(tx, invoiceIds);
  if (invoices.length !== new Set(invoiceIds).size)
    throw new Error("Only issued invoices can be booked; one of these is none");
  await postJournals(tx, invoices.map(toJournal));
  await insertSchedules(tx, invoices.flatMap(toLines));
}

/** Books one issued invoice; see `bookInvoices`. */
export const bookInvoice = (tx: Tx, { invoiceId }: { invoiceId: string }): Promise<void> =>
  bookInvoices(tx, { invoiceIds: [invoiceId] });
