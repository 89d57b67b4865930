import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { earnInvoice } from "#modules/billing/ledger/earn.ts";
import { postingsOf, postJournal } from "#modules/billing/ledger/post-journal.ts";
import { lockSchedules, takeOfSchedules } from "#modules/billing/ledger/schedules.ts";
import { creditNotePostings } from "#modules/billing/rules/ledger/invoice-postings.ts";
import { takeBack } from "#modules/billing/rules/ledger/take-back.ts";
import type { RevenueKind } from "#modules/billing/rules/types.ts";

interface NoteToBook {
  account_id: string;
  corrects_invoice_id: string;
  full_number: string;
  currency: string;
  total_minor: number;
  issued_on: string;
  issued_at: string;
  lines: { position: number | null; netMinor: number }[];
  taxes: { jurisdiction: string; taxMinor: number }[] | null;
}

async function getNote(tx: Tx, creditNoteId: string): Promise<NoteToBook> {
  const note = await firstRow<NoteToBook>(
    tx,
    sql`SELECT i.account_id, i.corrects_invoice_id, i.full_number, i.currency, i.total_minor, i.issued_on, i.issued_at,
          (SELECT jsonb_agg(jsonb_build_object('position', l.corrects_position, 'netMinor', l.net_minor)
             ORDER BY l.position) FROM billing.invoice_line l WHERE l.invoice_id = i.id) AS lines,
          (SELECT jsonb_agg(jsonb_build_object('jurisdiction', t.jurisdiction, 'taxMinor', t.tax_minor))
           FROM billing.invoice_tax t WHERE t.invoice_id = i.id) AS taxes
        FROM billing.invoice i
        WHERE i.id = ${creditNoteId} AND i.kind = 'credit_note' AND i.number IS NOT NULL`,
  );
  if (!note) throw new Error(`There is no issued credit note ${creditNoteId}`);
  return note;
}

/**
 * Books an issued credit note: off receivables by its total, off tax, and off the revenue of the invoice it corrects: what
 * is not earned yet first, then what is (`rules/ledger/take-back.ts`). What is left to earn goes on over the days left.
 * Money that had paid for it is taken off by `bookDeallocation`. Safe to call again.
 */
export async function bookCreditNote(tx: Tx, { creditNoteId }: { creditNoteId: string }): Promise<void> {
  const note = await getNote(tx, creditNoteId);
  const invoiceId = note.corrects_invoice_id;
  const ref = `credit_note:${creditNoteId}`;
  const { account_id: accountId, issued_on: on, issued_at: at } = note;
  await earnInvoice(tx, { invoiceId, accountId, untilOn: on, at });
  const schedules = await lockSchedules(tx, invoiceId);
  // The schedules hold what it takes already, once it is booked: it could not be computed again.
  if ((await postingsOf(tx, ref)).length > 0) return;
  const taken = takeBack(schedules, note.lines);
  const kinds = new Map<string, RevenueKind>(schedules.map(({ id, revenue }) => [id, revenue]));
  await takeOfSchedules(tx, invoiceId, taken);
  await postJournal(tx, {
    ref,
    on,
    at,
    kind: "credit_note",
    text: `Credit note ${note.full_number}`,
    accountId,
    postings: creditNotePostings(
      { currency: note.currency, totalMinor: note.total_minor, taxes: note.taxes ?? [] },
      taken.map((part) => ({ ...part, revenue: kinds.get(part.id) ?? "service" })),
    ),
  });
}
