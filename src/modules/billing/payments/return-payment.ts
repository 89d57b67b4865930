import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { PaymentReturned } from "#modules/billing/events/payments.ts";
import { allocate } from "#modules/billing/invoices/allocate.ts";
import { creditBalance, lockCredit, moveCredit } from "#modules/billing/invoices/credit-balance.ts";
import { lockInvoice } from "#modules/billing/invoices/load-invoice.ts";
import { undoPayment } from "#modules/billing/ledger/undo-payment.ts";

interface PaymentRow {
  id: string;
  account_id: string;
  provider: string;
  currency: string;
  amount_minor: number;
  refunded_minor: number;
  returned_at: string | null;
  has_dispute: boolean;
}

interface Part {
  invoiceId: string;
  amountMinor: number;
}

const moved = (what: string) =>
  refuse("conflict", "billing.payment_moved_on", `${what} Give the money back with a credit note instead.`);

async function lockPayment(ctx: BillingContext, paymentId: string): Promise<PaymentRow> {
  const row = await firstRow<PaymentRow>(
    ctx.tx,
    sql`SELECT p.id, p.account_id, p.provider, p.currency, p.amount_minor, p.refunded_minor, p.returned_at,
          EXISTS (SELECT FROM billing.dispute d WHERE d.payment_id = p.id) AS has_dispute
        FROM billing.payment p WHERE p.id = ${paymentId} FOR UPDATE OF p`,
  );
  if (!row) throw refuse("not_found", "billing.payment_unknown", "There is no such payment.");
  if (row.refunded_minor > 0 || row.has_dispute)
    throw moved("Part of this payment was given back or disputed.");
  return row;
}

/** What the payment pays of which invoices; a part that a credit note freed has moved on. */
async function partsOf(ctx: BillingContext, paymentId: string): Promise<Part[]> {
  const parts = await rows<Part & { isWhole: boolean }>(
    ctx.tx,
    sql`SELECT invoice_id AS "invoiceId", sum(amount_minor)::bigint AS "amountMinor", bool_and(amount_minor > 0) AS "isWhole"
        FROM billing.allocation WHERE payment_id = ${paymentId} GROUP BY invoice_id ORDER BY invoice_id`,
  );
  if (parts.some(({ isWhole }) => !isWhole))
    throw moved("A credit note was written for what this payment paid.");
  return parts.map(({ invoiceId, amountMinor }) => ({ invoiceId, amountMinor }));
}

/** Opens an invoice again; its reminders begin anew. */
async function reopen(ctx: BillingContext, payment: PaymentRow, part: Part): Promise<void> {
  await lockInvoice(ctx.tx, part.invoiceId);
  await allocate(ctx.tx, {
    accountId: payment.account_id,
    invoiceId: part.invoiceId,
    paymentId: payment.id,
    amountMinor: -part.amountMinor,
    at: ctx.now,
  });
  await ctx.tx.execute(
    sql`UPDATE billing.invoice SET status = 'open', paid_at = NULL WHERE id = ${part.invoiceId} AND status = 'paid'`,
  );
  await ctx.tx.execute(
    sql`UPDATE billing.dunning SET ended_at = NULL, outcome = NULL, step = 0, next_at = ${ctx.now.toString()}
        WHERE invoice_id = ${part.invoiceId} AND outcome = 'paid'`,
  );
}

async function takeCreditBack(ctx: BillingContext, payment: PaymentRow, creditMinor: number): Promise<void> {
  if (creditMinor === 0) return;
  const balance = await creditBalance(ctx.tx, payment.account_id, payment.currency);
  if (balance < creditMinor) throw moved("Customer credit from this payment was used already.");
  await moveCredit(ctx.tx, {
    accountId: payment.account_id,
    currency: payment.currency,
    amountMinor: -creditMinor,
    reason: "Matched by mistake",
    sourceKey: `payment_returned:${payment.id}`,
    at: ctx.now,
  });
}

/**
 * Takes back a payment that was never this customer's: its invoices are open again, its credit is gone, and the books say so
 * by reversal. Access that was given stays until reminders end it, or somebody does. Errors: `billing.payment_unknown`,
 * `billing.payment_moved_on` once part of it was refunded, credited, disputed or spent.
 */
export async function returnPayment(ctx: BillingContext, paymentId: string): Promise<void> {
  const found = await firstRow<{ account_id: string }>(
    ctx.tx,
    sql`SELECT account_id FROM billing.payment WHERE id = ${paymentId}`,
  );
  // As whoever takes money in: first the account's credit, then payments and invoices.
  if (found) await lockCredit(ctx.tx, found.account_id);
  const payment = await lockPayment(ctx, paymentId);
  if (payment.returned_at) return;
  const parts = await partsOf(ctx, paymentId);
  const allocated = parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  await takeCreditBack(ctx, payment, payment.amount_minor - allocated);
  for (const part of parts) await reopen(ctx, payment, part);
  await undoPayment(ctx.tx, { paymentId, at: ctx.now });
  // All of it is gone, so that nothing of it can be refunded.
  await ctx.tx.execute(
    sql`UPDATE billing.payment SET returned_at = ${ctx.now.toString()}, refunded_minor = amount_minor
        WHERE id = ${paymentId}`,
  );
  await ctx.emit(PaymentReturned, {
    accountId: payment.account_id,
    paymentId,
    provider: payment.provider,
    currency: payment.currency,
    amountMinor: payment.amount_minor,
    allocations: parts,
  });
}
