import { rows, sql } from "#kernel/db/sql.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { DunningStarted } from "#modules/billing/events/dunning.ts";
import { markPastDue } from "#modules/billing/fulfilment/access.ts";
import { type InvoiceRow, openAmount } from "#modules/billing/invoices/load-invoice.ts";

/** Begins dunning of a late invoice, which must be locked: once, whoever comes first. False when it had begun before. */
export async function startDunning(ctx: BillingContext, invoice: InvoiceRow): Promise<boolean> {
  const at = ctx.now.toString();
  const begun = await rows(
    ctx.tx,
    sql`INSERT INTO billing.dunning (invoice_id, account_id, started_at, next_at)
        VALUES (${invoice.id}, ${invoice.account_id}, ${at}, ${at})
        ON CONFLICT (invoice_id) DO NOTHING RETURNING invoice_id`,
  );
  if (begun.length === 0) return false;
  await markPastDue(ctx, invoice);
  await ctx.emit(DunningStarted, {
    accountId: invoice.account_id,
    invoiceId: invoice.id,
    fullNumber: invoice.full_number ?? "",
    dueOn: invoice.due_on,
    currency: invoice.currency,
    openMinor: openAmount(invoice),
  });
  return true;
}
