import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { companyDay } from "#modules/billing/ledger/company-day.ts";
import { postingsOf, postJournal } from "#modules/billing/ledger/post-journal.ts";
import { reversedPostings } from "#modules/billing/rules/ledger/posting.ts";

/**
 * Takes the journal of a payment back because it was never this customer's. Of the same kind, so that what is booked as
 * payments is what payments there are. Safe to call again.
 */
export async function undoPayment(
  tx: Tx,
  { paymentId, at: instant }: { paymentId: string; at: Temporal.Instant },
): Promise<void> {
  const at = instant.toString();
  const journal = await firstRow<{ id: string; account_id: string; on: string }>(
    tx,
    sql`SELECT id, account_id, ${companyDay(sql`${at}`)}::text AS "on" FROM billing.journal
        WHERE ref = ${`payment:${paymentId}`}`,
  );
  if (!journal) throw new Error(`Payment ${paymentId} was not booked`);
  await postJournal(tx, {
    ref: `payment_returned:${paymentId}`,
    on: journal.on,
    at,
    kind: "payment",
    text: "Payment matched by mistake",
    accountId: journal.account_id,
    reversesId: journal.id,
    postings: reversedPostings(await postingsOf(tx, `payment:${paymentId}`)),
  });
}
