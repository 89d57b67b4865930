import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { DisputeClosed, DisputeOpened } from "#modules/billing/events/invoices.ts";
import { lockCredit, moveCredit } from "#modules/billing/invoices/credit-balance.ts";
import { refundInvoice } from "#modules/billing/invoices/refund-invoice.ts";
import { bookDispute } from "#modules/billing/ledger/book-dispute.ts";
import type { DisputeState } from "#modules/billing/payments/providers/provider.ts";

interface DisputeRow {
  id: string;
  account_id: string;
  payment_id: string;
  status: DisputeState["status"];
  amount_minor: number;
  currency: string;
}

const factsOf = (dispute: DisputeRow) => ({
  accountId: dispute.account_id,
  disputeId: dispute.id,
  paymentId: dispute.payment_id,
  currency: dispute.currency,
  amountMinor: dispute.amount_minor,
});

/** The dispute as we keep it, opened on first hearing; undefined when the payment is none of ours. */
async function open(
  ctx: BillingContext,
  provider: string,
  told: DisputeState,
): Promise<DisputeRow | undefined> {
  const made = await firstRow<DisputeRow>(
    ctx.tx,
    sql`INSERT INTO billing.dispute (id, account_id, payment_id, provider_ref, amount_minor, currency, fee_minor, status,
          reason, opened_at)
        SELECT ${newId()}, p.account_id, p.id, ${told.ref}, ${told.amountMinor}, ${told.currency}, ${told.feeMinor}, 'open',
          ${told.reason.slice(0, 200)}, ${told.openedAt.toString()}
        FROM billing.payment p WHERE p.provider = ${provider} AND p.provider_ref = ${told.paymentRef}
        ON CONFLICT (provider_ref) DO NOTHING
        RETURNING id, account_id, payment_id, status, amount_minor, currency`,
  );
  if (!made)
    return firstRow<DisputeRow>(
      ctx.tx,
      sql`SELECT id, account_id, payment_id, status, amount_minor, currency FROM billing.dispute
          WHERE provider_ref = ${told.ref} FOR UPDATE`,
    );
  await bookDispute(ctx.tx, { disputeId: made.id, step: "opened", at: ctx.now });
  await ctx.emit(DisputeOpened, factsOf(made));
  return made;
}

/** What the payment pays of which invoices, as far as they are not given back already. */
const paidInvoices = (ctx: BillingContext, paymentId: string) =>
  rows<{ id: string; minor: number }>(
    ctx.tx,
    sql`SELECT i.id, least(sum(a.amount_minor), i.total_minor - i.credited_minor)::bigint AS minor
        FROM billing.allocation a JOIN billing.invoice i ON i.id = a.invoice_id
        WHERE a.payment_id = ${paymentId}
        GROUP BY i.id HAVING least(sum(a.amount_minor), i.total_minor - i.credited_minor) > 0
        ORDER BY i.issued_at, i.id`,
  );

/** Takes back what the lost money paid for: a credit note for each invoice, whose credit the loss eats up. */
async function takeBack(ctx: BillingContext, dispute: DisputeRow): Promise<number> {
  await lockCredit(ctx.tx, dispute.account_id);
  let left = dispute.amount_minor;
  let freed = 0;
  for (const invoice of await paidInvoices(ctx, dispute.payment_id)) {
    const amountMinor = Math.min(left, invoice.minor);
    if (amountMinor <= 0) break;
    const { creditNote } = await refundInvoice(ctx, {
      invoiceId: invoice.id,
      amountMinor,
      reason: "The payment was disputed",
      payOut: false,
      sourceKey: `dispute:${dispute.id}:${invoice.id}`,
    });
    const credit = await firstRow<{ minor: number }>(
      ctx.tx,
      sql`SELECT amount_minor AS minor FROM billing.credit_entry WHERE source_key = ${`credit_note:${creditNote.id}`}`,
    );
    freed += credit?.minor ?? 0;
    left -= amountMinor;
  }
  await moveCredit(ctx.tx, {
    accountId: dispute.account_id,
    currency: dispute.currency,
    amountMinor: -freed,
    reason: "Disputed payment",
    sourceKey: `dispute:${dispute.id}`,
    at: ctx.now,
  });
  return freed;
}

async function close(ctx: BillingContext, dispute: DisputeRow, outcome: "won" | "lost"): Promise<void> {
  await ctx.tx.execute(
    sql`UPDATE billing.dispute SET status = ${outcome}, closed_at = ${ctx.now.toString()} WHERE id = ${dispute.id}`,
  );
  const coveredMinor = outcome === "lost" ? await takeBack(ctx, dispute) : 0;
  await bookDispute(ctx.tx, { disputeId: dispute.id, step: outcome, at: ctx.now, coveredMinor });
  await ctx.emit(DisputeClosed, { ...factsOf(dispute), outcome });
}

/**
 * Records how a dispute stands, told in any order and however often: it is opened once and closed once. A lost one takes
 * back exactly what its payment paid for. False: the payment is none of ours.
 */
export async function recordDispute(
  ctx: BillingContext,
  provider: string,
  told: DisputeState,
): Promise<boolean> {
  const dispute = await open(ctx, provider, told);
  if (!dispute) return false;
  if (dispute.status === "open" && told.status !== "open") await close(ctx, dispute, told.status);
  return true;
}
