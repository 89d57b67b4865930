import { firstRow, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { reopenWrittenOff } from "#modules/billing/dunning/reopen-written-off.ts";
import { PaymentReceived } from "#modules/billing/events/invoices.ts";
import { allocate } from "#modules/billing/invoices/allocate.ts";
import { lockCredit, moveCredit } from "#modules/billing/invoices/credit-balance.ts";
import {
  type InvoiceRow,
  lockInvoice,
  lockOpenInvoices,
  openAmount,
} from "#modules/billing/invoices/load-invoice.ts";
import { settleInvoice } from "#modules/billing/invoices/settle-invoice.ts";
import { bookPayment } from "#modules/billing/ledger/book-payment.ts";

/** Money that arrived, as a provider or a bank statement tells it. */
export interface IncomingPayment {
  accountId: string;
  provider: string;
  /** The provider's own name of it; the second telling of one reference changes nothing. */
  providerRef: string;
  amountMinor: number;
  currency: string;
  receivedAt: Temporal.Instant;
  feeMinor?: number;
  attemptId?: string;
  /** Paid first, in this order; then what else is open, oldest due first. Other invoices only when `spread`. */
  invoiceIds?: readonly string[];
  /** False: what is left becomes customer credit at once. Default true. */
  spread?: boolean;
}

async function insertPayment(ctx: BillingContext, payment: IncomingPayment): Promise<string | undefined> {
  const row = await firstRow<{ id: string }>(
    ctx.tx,
    sql`INSERT INTO billing.payment (id, account_id, provider, provider_ref, attempt_id, currency, amount_minor, fee_minor,
          received_at, created_at)
        VALUES (${newId()}, ${payment.accountId}, ${payment.provider}, ${payment.providerRef},
                ${payment.attemptId ?? null}, ${payment.currency}, ${payment.amountMinor}, ${payment.feeMinor ?? 0},
                ${payment.receivedAt.toString()}, ${ctx.now.toString()})
        ON CONFLICT (provider, provider_ref) DO NOTHING RETURNING id`,
  );
  return row?.id;
}

function inOrder(open: readonly InvoiceRow[], payment: IncomingPayment): InvoiceRow[] {
  const named = (payment.invoiceIds ?? []).flatMap((id) => open.filter((invoice) => invoice.id === id));
  if (payment.spread === false) return named;
  return [...named, ...open.filter((invoice) => !named.includes(invoice))];
}

/** Money that names an invoice that was written off pays it after all. */
async function reopenNamed(ctx: BillingContext, payment: IncomingPayment): Promise<void> {
  for (const invoiceId of payment.invoiceIds ?? []) {
    const invoice = await lockInvoice(ctx.tx, invoiceId);
    const isTheirs = invoice.account_id === payment.accountId && invoice.currency === payment.currency;
    if (isTheirs && invoice.status === "uncollectible") await reopenWrittenOff(ctx, invoice);
  }
}

/**
 * Takes money in: once for each provider and reference. It pays the invoices named, then whatever else is open; the rest
 * becomes customer credit. An invoice that is paid in full is settled, and what it paid for is given. `isNew` is false
 * when this payment was known.
 */
export async function receivePayment(
  ctx: BillingContext,
  payment: IncomingPayment,
): Promise<{ paymentId: string | null; isNew: boolean; creditMinor: number }> {
  await lockCredit(ctx.tx, payment.accountId);
  const paymentId = await insertPayment(ctx, payment);
  if (!paymentId) return { paymentId: null, isNew: false, creditMinor: 0 };
  await reopenNamed(ctx, payment);
  const open = await lockOpenInvoices(ctx.tx, payment.accountId, payment.currency);
  let left = payment.amountMinor;
  const allocations: { invoiceId: string; amountMinor: number }[] = [];
  for (const invoice of inOrder(open, payment)) {
    const amountMinor = Math.min(left, openAmount(invoice));
    if (amountMinor <= 0) continue;
    await allocate(ctx.tx, {
      accountId: payment.accountId,
      invoiceId: invoice.id,
      paymentId,
      amountMinor,
      at: ctx.now,
    });
    allocations.push({ invoiceId: invoice.id, amountMinor });
    left -= amountMinor;
  }
  await moveCredit(ctx.tx, {
    accountId: payment.accountId,
    currency: payment.currency,
    amountMinor: left,
    reason: "Paid more than was open",
    sourceKey: `payment:${paymentId}`,
    at: ctx.now,
  });
  await bookPayment(ctx.tx, { paymentId });
  await ctx.emit(PaymentReceived, {
    accountId: payment.accountId,
    paymentId,
    provider: payment.provider,
    currency: payment.currency,
    amountMinor: payment.amountMinor,
    allocations,
  });
  for (const { invoiceId } of allocations) await settleInvoice(ctx, invoiceId);
  return { paymentId, isNew: true, creditMinor: left };
}
