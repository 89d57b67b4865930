import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";

const attempt = {
  accountId: z.uuid(),
  invoiceId: z.uuid(),
  attemptId: z.uuid(),
  provider: z.string(),
  currency: z.string(),
  amountMinor: z.number().int(),
};

/** A try to collect an invoice brought nothing. `failureCode` is the provider's, such as `insufficient_funds`. */
export const PaymentFailed = defineEvent({
  name: "billing.payment_failed",
  version: 1,
  title: "Payment failed",
  payload: z.object({ ...attempt, position: z.number().int(), failureCode: z.string() }),
});

/** The customer has to do something for a payment that was tried without them. */
export const PaymentNeedsAction = defineEvent({
  name: "billing.payment_needs_action",
  version: 1,
  title: "Payment needs the customer",
  payload: z.object(attempt),
});

/** An account has a method that can be charged later. */
export const PaymentMethodSaved = defineEvent({
  name: "billing.payment_method_saved",
  version: 1,
  title: "Payment method saved",
  payload: z.object({ accountId: z.uuid(), paymentMethodId: z.uuid(), provider: z.string() }),
});

/** A method is not charged any more. */
export const PaymentMethodRemoved = defineEvent({
  name: "billing.payment_method_removed",
  version: 1,
  title: "Payment method removed",
  payload: z.object({ accountId: z.uuid(), paymentMethodId: z.uuid(), provider: z.string() }),
});

/** A payment had been matched with the wrong customer: its invoices are open again. */
export const PaymentReturned = defineEvent({
  name: "billing.payment_returned",
  version: 1,
  title: "Payment taken back",
  payload: z.object({
    accountId: z.uuid(),
    paymentId: z.uuid(),
    provider: z.string(),
    currency: z.string(),
    amountMinor: z.number().int(),
    allocations: z.array(z.object({ invoiceId: z.uuid(), amountMinor: z.number().int() })),
  }),
});
