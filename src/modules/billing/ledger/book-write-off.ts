import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { companyDay } from "#modules/billing/ledger/company-day.ts";
import { earnInvoice } from "#modules/billing/ledger/earn.ts";
import { postingsOf, postJournal } from "#modules/billing/ledger/post-journal.ts";
import { lockSchedules, takeOfSchedules } from "#modules/billing/ledger/schedules.ts";
import { takeUnearned } from "#modules/billing/rules/ledger/take-back.ts";

/** What an invoice is to the doors that end it without payment. `open` is what is not paid and not credited. */
export async function getEndedInvoice(tx: Tx, invoiceId: string, at: string) {
  const found = await firstRow<{
    account_id: string;
    currency: string;
    number: string;
    open: number;
    on: string;
  }>(
    tx,
    sql`SELECT account_id, currency, full_number AS number, total_minor - paid_minor - credited_minor AS open,
          ${companyDay(sql`${at}`)}::text AS "on"
        FROM billing.invoice WHERE id = ${invoiceId} AND kind = 'invoice' AND number IS NOT NULL`,
  );
  if (!found) throw new Error(`There is no issued invoice ${invoiceId}`);
  return found;
}

/**
 * Books an open invoice as never to be paid: off receivables by what is open, against revenue not earned yet as far as
 * there is any (it never will be), and the rest as a loss. Tax stays owed until a credit note takes it back. Safe to call
 * again.
 */
export async function bookWriteOff(
  tx: Tx,
  { invoiceId, at: instant }: { invoiceId: string; at: Temporal.Instant },
): Promise<void> {
  const at = instant.toString();
  const { account_id: accountId, currency, number, open, on } = await getEndedInvoice(tx, invoiceId, at);
  const ref = `write_off:${invoiceId}`;
  await earnInvoice(tx, { invoiceId, accountId, untilOn: on, at });
  const schedules = await lockSchedules(tx, invoiceId);
  if ((await postingsOf(tx, ref)).length > 0) return;
  const taken = takeUnearned(schedules, open);
  await takeOfSchedules(tx, invoiceId, taken, { forever: false });
  const returned = taken.reduce((sum, { returnedMinor }) => sum + returnedMinor, 0);
  await postJournal(tx, {
    ref,
    on,
    at,
    kind: "write_off",
    text: `Invoice ${number} written off`,
    accountId,
    postings: [
      { account: "deferred_revenue", currency, amountMinor: returned },
      { account: "bad_debt", currency, amountMinor: open - returned },
      { account: "receivables", currency, amountMinor: -open },
    ],
  });
}
