import { rows, sql } from "#kernel/db/sql.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { allocate } from "#modules/billing/invoices/allocate.ts";
import { moveCredit } from "#modules/billing/invoices/credit-balance.ts";
import type { InsertedCreditNote } from "#modules/billing/invoices/insert-invoices.ts";
import { type InvoiceRow, openAmount } from "#modules/billing/invoices/load-invoice.ts";
import { settleInvoice } from "#modules/billing/invoices/settle-invoice.ts";
import { bookCreditFreed } from "#modules/billing/ledger/book-credit-freed.ts";

/** What each payment, or credit, still pays of an invoice; the latest first, so that the first money stays longest. */
const paidParts = (ctx: BillingContext, invoiceId: string) =>
  rows<{ payment_id: string | null; amount: number }>(
    ctx.tx,
    sql`SELECT payment_id, sum(amount_minor)::bigint AS amount FROM billing.allocation
        WHERE invoice_id = ${invoiceId} GROUP BY payment_id HAVING sum(amount_minor) > 0
        ORDER BY max(allocated_at) DESC, payment_id`,
  );

async function freePaid(ctx: BillingContext, invoice: InvoiceRow, amountMinor: number): Promise<void> {
  let left = amountMinor;
  for (const part of await paidParts(ctx, invoice.id)) {
    const freed = Math.min(left, part.amount);
    if (freed <= 0) break;
    await allocate(ctx.tx, {
      accountId: invoice.account_id,
      invoiceId: invoice.id,
      paymentId: part.payment_id,
      amountMinor: -freed,
      at: ctx.now,
    });
    left -= freed;
  }
  if (left > 0) throw new Error(`Invoice ${invoice.id} was not paid enough to free ${amountMinor}`);
}

/**
 * Sets a credit note against its invoice: what was open is owed no more, what was paid is freed and becomes customer
 * credit.
 */
export async function moveToCredit(
  ctx: BillingContext,
  invoice: InvoiceRow,
  note: InsertedCreditNote,
): Promise<void> {
  const total = note.computed.totalMinor;
  const freedMinor = Math.max(0, total - openAmount(invoice));
  if (freedMinor > 0) await freePaid(ctx, invoice, freedMinor);
  await ctx.tx.execute(
    sql`UPDATE billing.invoice SET credited_minor = credited_minor + ${total} WHERE id = ${invoice.id}`,
  );
  await moveCredit(ctx.tx, {
    accountId: invoice.account_id,
    currency: invoice.currency,
    amountMinor: freedMinor,
    reason: note.fullNumber,
    sourceKey: `credit_note:${note.id}`,
    at: ctx.now,
  });
  if (freedMinor > 0) await bookCreditFreed(ctx.tx, { creditNoteId: note.id, amountMinor: freedMinor });
  await settleInvoice(ctx, invoice.id);
}
