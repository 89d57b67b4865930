import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { getEndedInvoice } from "#modules/billing/ledger/book-write-off.ts";
import { postingsOf, postJournal } from "#modules/billing/ledger/post-journal.ts";
import { reversedPostings } from "#modules/billing/rules/ledger/posting.ts";

/**
 * Takes a write-off back because money arrived after all: call it, then book the payment as ever. Revenue that had been
 * given up is earned over the days left, or the next day where none are. Safe to call again.
 */
export async function undoWriteOff(
  tx: Tx,
  { invoiceId, at: instant }: { invoiceId: string; at: Temporal.Instant },
): Promise<void> {
  const at = instant.toString();
  const { account_id: accountId, number, on } = await getEndedInvoice(tx, invoiceId, at);
  const journal = await firstRow<{ id: string }>(
    tx,
    sql`SELECT id FROM billing.journal WHERE ref = ${`write_off:${invoiceId}`}`,
  );
  if (!journal) throw new Error(`Invoice ${invoiceId} was not written off`);
  const isNew = await postJournal(tx, {
    ref: `write_off_undone:${invoiceId}`,
    on,
    at,
    kind: "write_off_undone",
    text: `Invoice ${number} is owed again`,
    accountId,
    reversesId: journal.id,
    postings: reversedPostings(await postingsOf(tx, `write_off:${invoiceId}`)),
  });
  if (!isNew) return;
  await tx.execute(
    sql`UPDATE billing.revenue_schedule SET returned_minor = returned_minor - written_off_minor, written_off_minor = 0
        WHERE invoice_id = ${invoiceId} AND written_off_minor <> 0 AND from_on IS NULL`,
  );
  await tx.execute(
    sql`UPDATE billing.revenue_schedule SET returned_minor = returned_minor - written_off_minor, written_off_minor = 0,
          based_minor = earned_minor, based_on = greatest(earned_until_on, ${on}),
          earned_until_on = greatest(earned_until_on, ${on}),
          until_on = greatest(until_on, greatest(earned_until_on, ${on})::date + 1)
        WHERE invoice_id = ${invoiceId} AND written_off_minor <> 0`,
  );
}
