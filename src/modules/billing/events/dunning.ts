import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";

const invoice = { accountId: z.uuid(), invoiceId: z.uuid(), fullNumber: z.string() };

/** An invoice is late; reminders begin. */
export const DunningStarted = defineEvent({
  name: "billing.dunning_started",
  version: 1,
  title: "Invoice is late",
  payload: z.object({ ...invoice, dueOn: z.string(), currency: z.string(), openMinor: z.number().int() }),
});

/** A reminder of a late invoice went out. */
export const DunningReminded = defineEvent({
  name: "billing.dunning_reminded",
  version: 1,
  title: "Reminder sent",
  payload: z.object({ ...invoice, step: z.number().int() }),
});

/** The grace of a late invoice is over; what it pays for is held back. */
export const DunningSuspended = defineEvent({
  name: "billing.dunning_suspended",
  version: 1,
  title: "Access held back for a late invoice",
  payload: z.object(invoice),
});

/** Staff ended the reminders of an invoice, or agreed to wait until a day. */
export const DunningHeld = defineEvent({
  name: "billing.dunning_held",
  version: 1,
  title: "Reminders held",
  payload: z.object({ ...invoice, untilOn: z.string().nullable() }),
});

/** An invoice is given up; the books take it for lost. */
export const InvoiceWrittenOff = defineEvent({
  name: "billing.invoice_written_off",
  version: 1,
  title: "Invoice written off",
  payload: z.object({ ...invoice, currency: z.string(), amountMinor: z.number().int(), reason: z.string() }),
});

/** A customer was told that a saved card runs out. */
export const CardExpiryTold = defineEvent({
  name: "billing.card_expiry_told",
  version: 1,
  title: "Customer told of a card's end",
  payload: z.object({ accountId: z.uuid(), paymentMethodId: z.uuid(), expiresOn: z.string() }),
});

/** An invoice that was given up is owed again: money came after all. */
export const InvoiceReopened = defineEvent({
  name: "billing.invoice_reopened",
  version: 1,
  title: "Write-off taken back",
  payload: z.object(invoice),
});
