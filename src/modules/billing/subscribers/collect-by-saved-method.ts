import { z } from "zod";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { isAppError } from "#kernel/errors.ts";
import { defineSubscriber } from "#kernel/events/event.ts";
import { InvoiceIssued } from "#modules/billing/events/invoices.ts";
import { startAttempt } from "#modules/billing/payments/attempts/start-attempt.ts";

const Payload = z.object({ accountId: z.uuid(), invoiceId: z.uuid(), sourceKind: z.string() });

/** What comes by itself is collected by itself; an order is paid the way its buyer chose. */
const COLLECTED: readonly string[] = ["renewal", "instalment", "change"];

/** Charges the method a customer saved as soon as an invoice of theirs is issued. */
export const collectBySavedMethod = defineSubscriber({
  name: "billing.collect_by_saved_method",
  events: [InvoiceIssued.name],
  handle: async (event, context) => {
    const { accountId, invoiceId, sourceKind } = Payload.parse(event.payload);
    if (!COLLECTED.includes(sourceKind)) return;
    const method = await firstRow<{ id: string; provider: string }>(
      context.tx,
      sql`SELECT id, provider FROM billing.payment_method
          WHERE account_id = ${accountId} AND is_default AND removed_at IS NULL`,
    );
    if (!method) return;
    try {
      await startAttempt(context, {
        invoiceId,
        provider: method.provider,
        flow: "charge",
        paymentMethodId: method.id,
      });
    } catch (error) {
      // Paid in the meantime, or the provider is not configured any more: the invoice waits for its customer.
      if (!isAppError(error)) throw error;
    }
  },
});
