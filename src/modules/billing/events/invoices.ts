import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";

const amount = { currency: z.string(), amountMinor: z.number().int() };

/** An invoice has its number and is owed. */
export const InvoiceIssued = defineEvent({
  name: "billing.invoice_issued",
  version: 1,
  title: "Invoice issued",
  payload: z.object({
    accountId: z.uuid(),
    invoiceId: z.uuid(),
    fullNumber: z.string(),
    currency: z.string(),
    totalMinor: z.number().int(),
    dueOn: z.string(),
    sourceKind: z.enum(["order", "instalment", "renewal", "change", "manual", "credit"]),
  }),
});

/** Nothing of an invoice is open any more: paid, or settled from customer credit. */
export const InvoicePaid = defineEvent({
  name: "billing.invoice_paid",
  version: 1,
  title: "Invoice paid",
  payload: z.object({
    accountId: z.uuid(),
    invoiceId: z.uuid(),
    fullNumber: z.string(),
    currency: z.string(),
    totalMinor: z.number().int(),
    netMinor: z.number().int(),
  }),
});

/** An invoice that was issued by mistake and never paid is void; its number stays. */
export const InvoiceVoided = defineEvent({
  name: "billing.invoice_voided",
  version: 1,
  title: "Invoice voided",
  payload: z.object({ accountId: z.uuid(), invoiceId: z.uuid(), fullNumber: z.string(), reason: z.string() }),
});

/** Part or all of an invoice is given back. */
export const CreditNoteIssued = defineEvent({
  name: "billing.credit_note_issued",
  version: 1,
  title: "Credit note issued",
  payload: z.object({
    accountId: z.uuid(),
    creditNoteId: z.uuid(),
    invoiceId: z.uuid(),
    fullNumber: z.string(),
    currency: z.string(),
    totalMinor: z.number().int(),
    reason: z.string(),
  }),
});

/** Money arrived, whatever it is for. */
export const PaymentReceived = defineEvent({
  name: "billing.payment_received",
  version: 1,
  title: "Payment received",
  payload: z.object({
    accountId: z.uuid(),
    paymentId: z.uuid(),
    provider: z.string(),
    ...amount,
    /** What went to which invoice; the rest became customer credit. */
    allocations: z.array(z.object({ invoiceId: z.uuid(), amountMinor: z.number().int() })),
  }),
});

/** Money went back to the customer. */
export const RefundSettled = defineEvent({
  name: "billing.refund_settled",
  version: 1,
  title: "Refund paid out",
  payload: z.object({
    accountId: z.uuid(),
    refundId: z.uuid(),
    invoiceId: z.uuid(),
    paymentId: z.uuid(),
    ...amount,
  }),
});

/** A customer's bank took a payment into question. */
export const DisputeOpened = defineEvent({
  name: "billing.dispute_opened",
  version: 1,
  title: "Payment disputed",
  payload: z.object({ accountId: z.uuid(), disputeId: z.uuid(), paymentId: z.uuid(), ...amount }),
});

/** A dispute ended; lost means the money is gone, and the access with it. */
export const DisputeClosed = defineEvent({
  name: "billing.dispute_closed",
  version: 1,
  title: "Dispute closed",
  payload: z.object({
    accountId: z.uuid(),
    disputeId: z.uuid(),
    paymentId: z.uuid(),
    outcome: z.enum(["won", "lost"]),
    ...amount,
  }),
});
