import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { getEndedInvoice } from "#modules/billing/ledger/book-write-off.ts";
import { postingsOf, postJournal } from "#modules/billing/ledger/post-journal.ts";
import { lockSchedules, takeOfSchedules } from "#modules/billing/ledger/schedules.ts";
import { revenueAccount } from "#modules/billing/rules/ledger/invoice-postings.ts";
import { type Posting, reversedPostings } from "#modules/billing/rules/ledger/posting.ts";

const isOfCustomerOrTax = ({ account }: Posting) => account === "receivables" || account === "tax_payable";

/**
 * Books that an invoice was issued by mistake: its journal is reversed, with revenue where it is now, earned or not. Only
 * one that nobody paid and no credit note corrects can be void. Safe to call again.
 */
export async function bookVoid(
  tx: Tx,
  { invoiceId, at: instant }: { invoiceId: string; at: Temporal.Instant },
): Promise<void> {
  const at = instant.toString();
  const { account_id: accountId, currency, number, on } = await getEndedInvoice(tx, invoiceId, at);
  const schedules = await lockSchedules(tx, invoiceId);
  const ref = `void:${invoiceId}`;
  if ((await postingsOf(tx, ref)).length > 0) return;
  const issued = `invoice:${invoiceId}`;
  const journal = await firstRow<{ id: string }>(
    tx,
    sql`SELECT id FROM billing.journal WHERE ref = ${issued}`,
  );
  const taken = schedules.map(({ id, unearnedMinor, earnedMinor }) => ({
    id,
    returnedMinor: unearnedMinor,
    reversedMinor: earnedMinor,
  }));
  await takeOfSchedules(tx, invoiceId, taken);
  await postJournal(tx, {
    ref,
    on,
    at,
    kind: "void",
    text: `Invoice ${number} void`,
    accountId,
    reversesId: journal?.id,
    postings: [
      ...reversedPostings((await postingsOf(tx, issued)).filter(isOfCustomerOrTax)),
      ...schedules.flatMap(({ revenue, unearnedMinor, earnedMinor }): Posting[] => [
        { account: "deferred_revenue", currency, amountMinor: unearnedMinor },
        { account: revenueAccount(revenue), currency, amountMinor: earnedMinor },
      ]),
    ],
  });
}
