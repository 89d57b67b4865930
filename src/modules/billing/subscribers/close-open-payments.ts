import { z } from "zod";
import { defineSubscriber } from "#kernel/events/event.ts";
import { abandonAttempt } from "#modules/billing/jobs/payments/abandon-attempt.ts";
import { findLiveAttempt } from "#modules/billing/payments/attempts/attempt-row.ts";

const Payload = z.object({ invoiceId: z.uuid() });

/** Nobody pays twice: once an invoice is settled another way, the page to pay it on is closed. */
export const closeOpenPayments = defineSubscriber({
  name: "billing.close_open_payments",
  events: ["billing.invoice_paid", "billing.invoice_voided"],
  handle: async (event, { tx, enqueue }) => {
    const { invoiceId } = Payload.parse(event.payload);
    const attempt = await findLiveAttempt(tx, invoiceId);
    if (attempt) await enqueue(abandonAttempt, { attemptId: attempt.id });
  },
});
