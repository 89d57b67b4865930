import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { companyDay } from "#modules/billing/ledger/company-day.ts";
import { postJournal } from "#modules/billing/ledger/post-journal.ts";
import { transferPostings } from "#modules/billing/rules/ledger/money-postings.ts";

/**
 * Books credit that came from no payment and no credit note, at the company's own cost: the credit entry of a source key.
 * A negative one takes it away again. Credit of payments, credit notes and failed refunds is booked with those. Safe to
 * call again.
 */
export async function bookCredit(tx: Tx, { sourceKey }: { sourceKey: string }): Promise<void> {
  const entry = await firstRow<{
    id: string;
    account_id: string;
    currency: string;
    amount_minor: number;
    at: string;
    on: string;
  }>(
    tx,
    sql`SELECT id, account_id, currency, amount_minor, at, ${companyDay(sql`at`)}::text AS "on"
        FROM billing.credit_entry WHERE source_key = ${sourceKey}`,
  );
  if (!entry) throw new Error(`There is no credit entry ${sourceKey}`);
  await postJournal(tx, {
    ref: `credit:${entry.id}`,
    on: entry.on,
    at: entry.at,
    kind: "credit",
    text: "Credit given",
    accountId: entry.account_id,
    postings: transferPostings("customer_credit", "goodwill", {
      currency: entry.currency,
      amountMinor: entry.amount_minor,
    }),
  });
}
