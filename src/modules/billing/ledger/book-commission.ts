import type { Tx } from "#kernel/db/database.ts";
import { postJournal } from "#modules/billing/ledger/post-journal.ts";
import { commissionPostings } from "#modules/billing/rules/ledger/money-postings.ts";

const TEXT = {
  accrued: "Commission earned by a partner",
  clawed_back: "Commission taken back",
  paid: "Commission paid out",
} as const;

/**
 * Books a partner's commission. `id` is that of the accrual, the clawback or the payout: each is booked once. `accountId`
 * is the customer's whose payment it came of, null for a payout. `on` is a local day of the company.
 */
export async function bookCommission(
  tx: Tx,
  commission: {
    id: string;
    step: "accrued" | "clawed_back" | "paid";
    accountId: string | null;
    currency: string;
    amountMinor: number;
    on: string;
    at: Temporal.Instant;
  },
): Promise<void> {
  const { id, step, accountId, on } = commission;
  await postJournal(tx, {
    ref: `commission:${id}:${step}`,
    on,
    at: commission.at.toString(),
    kind: `commission_${step}`,
    text: TEXT[step],
    accountId,
    postings: commissionPostings(step, commission),
  });
}
