import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { companyDay } from "#modules/billing/ledger/company-day.ts";
import { postJournal } from "#modules/billing/ledger/post-journal.ts";
import { type RefundStep, refundPostings } from "#modules/billing/rules/ledger/money-postings.ts";

const TEXT: Record<RefundStep, string> = {
  requested: "Refund under way",
  settled: "Refund paid out",
  failed: "Refund failed and stays as credit",
};

/**
 * Books a refund. `requested`: from the customer's credit, where a credit note put it, to refunds under way. `settled`: it
 * left the bank or the provider. `failed`: it is credit again. Write the credit entries of the first and the last too.
 * Safe to call again.
 */
export async function bookRefund(
  tx: Tx,
  { refundId, step, at: instant }: { refundId: string; step: RefundStep; at: Temporal.Instant },
): Promise<void> {
  const at = instant.toString();
  const refund = await firstRow<{
    account_id: string;
    provider: string;
    currency: string;
    amount_minor: number;
    on: string;
  }>(
    tx,
    sql`SELECT account_id, provider, currency, amount_minor, ${companyDay(sql`${at}`)}::text AS "on"
        FROM billing.refund WHERE id = ${refundId}`,
  );
  if (!refund) throw new Error(`There is no refund ${refundId}`);
  await postJournal(tx, {
    ref: `refund:${refundId}:${step}`,
    on: refund.on,
    at,
    kind: `refund_${step}`,
    text: TEXT[step],
    accountId: refund.account_id,
    postings: refundPostings(
      { provider: refund.provider, currency: refund.currency, amountMinor: refund.amount_minor },
      step,
    ),
  });
}
