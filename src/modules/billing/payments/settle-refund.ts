import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { RefundSettled } from "#modules/billing/events/invoices.ts";
import { moveCredit } from "#modules/billing/invoices/credit-balance.ts";
import { bookRefund } from "#modules/billing/ledger/book-refund.ts";

type RefundStatus = "created" | "pending" | "succeeded" | "failed" | "unknown";

interface RefundRow {
  id: string;
  account_id: string;
  payment_id: string;
  invoice_id: string;
  amount_minor: number;
  currency: string;
  status: RefundStatus;
}

/**
 * Records what became of a refund. It only goes forward: told twice, or in any order, it ends the same. Succeeded: the
 * money left. Failed: it is the customer's credit again. Errors: `billing.refund_unknown`.
 */
export async function settleRefund(
  ctx: BillingContext,
  told: { refundId: string; status: Exclude<RefundStatus, "created">; providerRef: string | null },
): Promise<RefundStatus> {
  const refund = await firstRow<RefundRow>(
    ctx.tx,
    sql`SELECT id, account_id, payment_id, invoice_id, amount_minor, currency, status FROM billing.refund
        WHERE id = ${told.refundId} FOR UPDATE`,
  );
  if (!refund) throw refuse("not_found", "billing.refund_unknown", "There is no such refund.");
  if (refund.status === "succeeded" || refund.status === "failed") return refund.status;
  const isOver = told.status === "succeeded" || told.status === "failed";
  await ctx.tx.execute(
    sql`UPDATE billing.refund SET status = ${told.status}, provider_ref = coalesce(${told.providerRef}, provider_ref),
          settled_at = ${isOver ? ctx.now.toString() : null} WHERE id = ${refund.id}`,
  );
  if (told.status === "succeeded") {
    await bookRefund(ctx.tx, { refundId: refund.id, step: "settled", at: ctx.now });
    await ctx.emit(RefundSettled, {
      accountId: refund.account_id,
      refundId: refund.id,
      invoiceId: refund.invoice_id,
      paymentId: refund.payment_id,
      currency: refund.currency,
      amountMinor: refund.amount_minor,
    });
  }
  if (told.status === "failed") {
    await ctx.tx.execute(
      sql`UPDATE billing.payment SET refunded_minor = refunded_minor - ${refund.amount_minor} WHERE id = ${refund.payment_id}`,
    );
    await moveCredit(ctx.tx, {
      accountId: refund.account_id,
      currency: refund.currency,
      amountMinor: refund.amount_minor,
      reason: "Refund failed",
      sourceKey: `refund_failed:${refund.id}`,
      at: ctx.now,
    });
    await bookRefund(ctx.tx, { refundId: refund.id, step: "failed", at: ctx.now });
  }
  return told.status;
}
