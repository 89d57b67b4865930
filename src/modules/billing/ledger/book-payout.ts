import type { Tx } from "#kernel/db/database.ts";
import { postJournal } from "#modules/billing/ledger/post-journal.ts";
import { exchangePostings, transferPostings } from "#modules/billing/rules/ledger/money-postings.ts";

/** Books money a provider paid out to the bank. `ref` is the provider's own name of it; it is booked once. */
export async function bookPayout(
  tx: Tx,
  payout: { ref: string; currency: string; amountMinor: number; on: string; at: Temporal.Instant },
): Promise<void> {
  await postJournal(tx, {
    ref: `payout:${payout.ref}`,
    on: payout.on,
    at: payout.at.toString(),
    kind: "payout",
    text: "Paid out by the provider",
    accountId: null,
    postings: transferPostings("provider_clearing", "bank", payout),
  });
}

/**
 * Books money that changed its currency on the way to the bank. `worthMinor`, in the currency it became, is what it
 * should have come to by the recorded rate; the difference is a gain or a loss.
 */
export async function bookFx(
  tx: Tx,
  exchange: {
    ref: string;
    fromAccount: "bank" | "provider_clearing";
    fromCurrency: string;
    fromMinor: number;
    toCurrency: string;
    toMinor: number;
    worthMinor: number;
    on: string;
    at: Temporal.Instant;
  },
): Promise<void> {
  await postJournal(tx, {
    ref: `exchange:${exchange.ref}`,
    on: exchange.on,
    at: exchange.at.toString(),
    kind: "exchange",
    text: `${exchange.fromCurrency} became ${exchange.toCurrency}`,
    accountId: null,
    postings: exchangePostings(exchange),
  });
}
