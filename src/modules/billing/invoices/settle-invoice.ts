import { sql } from "#kernel/db/sql.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { stopDunning } from "#modules/billing/dunning/stop-dunning.ts";
import { InvoicePaid } from "#modules/billing/events/invoices.ts";
import { fulfil } from "#modules/billing/fulfilment/fulfil.ts";
import { getInvoiceRow, openAmount } from "#modules/billing/invoices/load-invoice.ts";

/**
 * Marks an invoice paid once nothing of it is open, ends its dunning and gives what was paid for. Safe to call again. The
 * invoice must be new or locked.
 */
export async function settleInvoice(ctx: BillingContext, invoiceId: string): Promise<boolean> {
  const invoice = await getInvoiceRow(ctx.tx, invoiceId);
  if (invoice.status === "paid" || invoice.status === "void" || openAmount(invoice) > 0) return false;
  await ctx.tx.execute(
    sql`UPDATE billing.invoice SET status = 'paid', paid_at = ${ctx.now.toString()} WHERE id = ${invoiceId}`,
  );
  await stopDunning(ctx.tx, invoiceId, "paid", ctx.now);
  await ctx.emit(InvoicePaid, {
    accountId: invoice.account_id,
    invoiceId,
    fullNumber: invoice.full_number ?? "",
    currency: invoice.currency,
    totalMinor: invoice.total_minor,
    netMinor: invoice.net_minor,
  });
  await fulfil(ctx, invoice);
  return true;
}
