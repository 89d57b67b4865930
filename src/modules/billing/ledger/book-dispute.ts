import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { companyDay } from "#modules/billing/ledger/company-day.ts";
import { postJournal } from "#modules/billing/ledger/post-journal.ts";
import { type DisputeStep, disputePostings } from "#modules/billing/rules/ledger/money-postings.ts";

const TEXT: Record<DisputeStep, string> = {
  opened: "Payment disputed",
  won: "Dispute won",
  lost: "Dispute lost",
};

/**
 * Books a dispute. `opened`: the provider took the money and its fee. `won`: the money is back. `lost`: it is gone. What a
 * credit note freed for it is `coveredMinor` and leaves the customer's credit (write the credit entry too); the rest is a
 * loss. Safe to call again.
 */
export async function bookDispute(
  tx: Tx,
  dispute: { disputeId: string; step: DisputeStep; at: Temporal.Instant; coveredMinor?: number },
): Promise<void> {
  const at = dispute.at.toString();
  const found = await firstRow<{
    account_id: string;
    provider: string;
    currency: string;
    amount_minor: number;
    fee_minor: number;
    on: string;
  }>(
    tx,
    sql`SELECT d.account_id, p.provider, d.currency, d.amount_minor, d.fee_minor, ${companyDay(sql`${at}`)}::text AS "on"
        FROM billing.dispute d JOIN billing.payment p ON p.id = d.payment_id WHERE d.id = ${dispute.disputeId}`,
  );
  if (!found) throw new Error(`There is no dispute ${dispute.disputeId}`);
  await postJournal(tx, {
    ref: `dispute:${dispute.disputeId}:${dispute.step}`,
    on: found.on,
    at,
    kind: `dispute_${dispute.step}`,
    text: TEXT[dispute.step],
    accountId: found.account_id,
    postings: disputePostings(
      {
        provider: found.provider,
        currency: found.currency,
        amountMinor: found.amount_minor,
        feeMinor: found.fee_minor,
      },
      dispute.step,
      dispute.coveredMinor ?? 0,
    ),
  });
}
