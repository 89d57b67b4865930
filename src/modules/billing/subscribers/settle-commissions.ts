import type { Db } from "#kernel/db/database.ts";
import { defineSubscriber, type RecordedEvent } from "#kernel/events/event.ts";
import {
  CreditNoteIssued,
  DisputeClosed,
  InvoicePaid,
  PaymentReceived,
} from "#modules/billing/events/invoices.ts";
import { PaymentReturned } from "#modules/billing/events/payments.ts";
import { invoicesOfPayment } from "#modules/billing/queries/partners/invoices-of-payment.ts";
import { settleCommission } from "#modules/billing/partners/settle-commission.ts";

/** The invoices whose money an event moved. */
async function invoicesOf(db: Db, { name, payload }: RecordedEvent): Promise<string[]> {
  if (name === PaymentReceived.name || name === PaymentReturned.name) {
    const moved = name === PaymentReceived.name ? PaymentReceived : PaymentReturned;
    return moved.payload.parse(payload).allocations.map(({ invoiceId }) => invoiceId);
  }
  if (name === DisputeClosed.name)
    return invoicesOfPayment(db, DisputeClosed.payload.parse(payload).paymentId);
  const told = name === InvoicePaid.name ? InvoicePaid : CreditNoteIssued;
  return [told.payload.parse(payload).invoiceId];
}

/** Lets partners earn by what was paid, and gives it back with what was refunded, taken back or lost in a dispute. */
export const settleCommissions = defineSubscriber({
  name: "billing.settle_commissions",
  events: [InvoicePaid, PaymentReceived, PaymentReturned, CreditNoteIssued, DisputeClosed].map(
    ({ name }) => name,
  ),
  handle: async (event, context) => {
    for (const invoiceId of await invoicesOf(context.tx, event))
      await settleCommission(context, invoiceId, `${event.name}:${event.id}`);
  },
});
