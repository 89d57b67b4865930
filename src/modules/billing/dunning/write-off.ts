import { sql } from "#kernel/db/sql.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { InvoiceWrittenOff } from "#modules/billing/events/dunning.ts";
import { stopDunning } from "#modules/billing/dunning/stop-dunning.ts";
import { suspendAccess } from "#modules/billing/fulfilment/access.ts";
import { type InvoiceRow, openAmount } from "#modules/billing/invoices/load-invoice.ts";
import { bookWriteOff } from "#modules/billing/ledger/book-write-off.ts";
import { endSubscription } from "#modules/billing/subscriptions/end-subscription.ts";
import { lockSubscription } from "#modules/billing/subscriptions/load-subscription.ts";

/**
 * Gives an open invoice up: the books take it for lost, a subscription it was for ends, access to what was bought once stays
 * held back. The invoice must be locked and open. Gives the amount lost.
 */
export async function writeOff(ctx: BillingContext, invoice: InvoiceRow, reason: string): Promise<number> {
  const { tx, now } = ctx;
  const amountMinor = openAmount(invoice);
  await bookWriteOff(tx, { invoiceId: invoice.id, at: now });
  await tx.execute(
    sql`UPDATE billing.invoice SET status = 'uncollectible', written_off_at = ${now.toString()}
        WHERE id = ${invoice.id}`,
  );
  await stopDunning(tx, invoice.id, "written_off", now);
  await suspendAccess(ctx, invoice);
  if (invoice.subscription_id)
    await endSubscription(ctx, await lockSubscription(tx, invoice.subscription_id), "Not paid");
  await ctx.emit(InvoiceWrittenOff, {
    accountId: invoice.account_id,
    invoiceId: invoice.id,
    fullNumber: invoice.full_number ?? "",
    currency: invoice.currency,
    amountMinor,
    reason,
  });
  return amountMinor;
}
