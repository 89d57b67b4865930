import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { postJournal } from "#modules/billing/ledger/post-journal.ts";
import { transferPostings } from "#modules/billing/rules/ledger/money-postings.ts";

/**
 * Books money and credit that a credit note took off a paid invoice: it is the customer's credit now. Write the credit
 * entry too, and call `bookCreditNote` for the note itself. Safe to call again.
 */
export async function bookCreditFreed(
  tx: Tx,
  { creditNoteId, amountMinor }: { creditNoteId: string; amountMinor: number },
): Promise<void> {
  const note = await firstRow<{
    account_id: string;
    currency: string;
    number: string;
    on: string;
    at: string;
  }>(
    tx,
    sql`SELECT account_id, currency, full_number AS number, issued_on::text AS "on", issued_at AS at
        FROM billing.invoice WHERE id = ${creditNoteId} AND kind = 'credit_note' AND number IS NOT NULL`,
  );
  if (!note) throw new Error(`There is no issued credit note ${creditNoteId}`);
  await postJournal(tx, {
    ref: `credit_freed:${creditNoteId}`,
    on: note.on,
    at: note.at,
    kind: "credit_freed",
    text: `Credit from ${note.number}`,
    accountId: note.account_id,
    postings: transferPostings("customer_credit", "receivables", { currency: note.currency, amountMinor }),
  });
}
