import { defineCommand } from "#kernel/operation/operation.ts";
import { Booked, RecordPayout } from "#modules/billing/contract/bookings.ts";
import { demandUnbooked } from "#modules/billing/ledger/demand-unbooked.ts";
import { bookPayout } from "#modules/billing/ledger/book-payout.ts";

/** Books that a provider paid out to the bank; once for each reference. Errors: `billing.reference_known`. */
export const recordPayout = defineCommand({
  name: "billing.record_payout",
  title: "Record a provider's payout",
  http: "POST /billing/payouts",
  access: "billing:money",
  input: RecordPayout,
  output: Booked,
  run: async ({ tx, now, input }) => {
    const { reference, currency, amountMinor, on } = input;
    await demandUnbooked(tx, `payout:${reference}`);
    await bookPayout(tx, { ref: reference, currency, amountMinor, on, at: now });
    return { reference };
  },
});
