import { sql } from "#kernel/db/sql.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { InvoiceReopened } from "#modules/billing/events/dunning.ts";
import type { InvoiceRow } from "#modules/billing/invoices/load-invoice.ts";
import { undoWriteOff } from "#modules/billing/ledger/undo-write-off.ts";

/** Takes a write-off back because money came after all: the invoice is owed again. It must be locked and written off. */
export async function reopenWrittenOff(ctx: BillingContext, invoice: InvoiceRow): Promise<void> {
  await undoWriteOff(ctx.tx, { invoiceId: invoice.id, at: ctx.now });
  await ctx.tx.execute(
    sql`UPDATE billing.invoice SET status = 'open', written_off_at = NULL WHERE id = ${invoice.id}`,
  );
  await ctx.emit(InvoiceReopened, {
    accountId: invoice.account_id,
    invoiceId: invoice.id,
    fullNumber: invoice.full_number ?? "",
  });
}
