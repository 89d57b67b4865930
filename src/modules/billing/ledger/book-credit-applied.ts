import type { Tx } from "#kernel/db/database.ts";
import { getAllocation } from "#modules/billing/ledger/get-allocation.ts";
import { postJournal } from "#modules/billing/ledger/post-journal.ts";
import { transferPostings } from "#modules/billing/rules/ledger/money-postings.ts";

/** Books customer credit put on an invoice (an allocation of source `credit`). Safe to call again. */
export async function bookCreditApplied(tx: Tx, { allocationId }: { allocationId: string }): Promise<void> {
  const allocation = await getAllocation(tx, allocationId);
  await postJournal(tx, {
    ref: `allocation:${allocationId}`,
    on: allocation.on,
    at: allocation.allocated_at,
    kind: "credit_applied",
    text: "Customer credit applied",
    accountId: allocation.account_id,
    postings: transferPostings("receivables", "customer_credit", {
      currency: allocation.currency,
      amountMinor: allocation.amount_minor,
    }),
  });
}
