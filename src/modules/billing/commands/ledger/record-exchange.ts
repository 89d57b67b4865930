import { defineCommand } from "#kernel/operation/operation.ts";
import { Booked, RecordExchange } from "#modules/billing/contract/bookings.ts";
import { demandUnbooked } from "#modules/billing/ledger/demand-unbooked.ts";
import { bookFx } from "#modules/billing/ledger/book-payout.ts";

/** Books money that changed its currency, with the gain or loss; once for each reference. Errors: `billing.reference_known`. */
export const recordExchange = defineCommand({
  name: "billing.record_exchange",
  title: "Record an exchange of currency",
  http: "POST /billing/exchanges",
  access: "billing:money",
  input: RecordExchange,
  output: Booked,
  run: async ({ tx, now, input }) => {
    const { reference, ...exchange } = input;
    await demandUnbooked(tx, `exchange:${reference}`);
    await bookFx(tx, { ref: reference, ...exchange, at: now });
    return { reference };
  },
});
