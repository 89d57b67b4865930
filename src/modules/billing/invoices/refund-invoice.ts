import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { actorPersonId } from "#kernel/actor.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { endPurchase, lockPurchase } from "#modules/billing/fulfilment/purchase.ts";
import { creditableLines } from "#modules/billing/invoices/creditable-lines.ts";
import { lockCredit, moveCredit } from "#modules/billing/invoices/credit-balance.ts";
import { issueCreditNote, type IssuedCreditNote } from "#modules/billing/invoices/issue-credit-note.ts";
import { getInvoiceRow, type InvoiceRow, lockInvoice } from "#modules/billing/invoices/load-invoice.ts";
import { bookRefund } from "#modules/billing/ledger/book-refund.ts";
import { stopEarning } from "#modules/billing/ledger/earning.ts";
import { payOutRefund } from "#modules/billing/payments/pay-out-refund.ts";
import { computeCredit } from "#modules/billing/rules/invoices/compute-credit.ts";
import { endSubscription } from "#modules/billing/subscriptions/end-subscription.ts";
import { lockSubscription } from "#modules/billing/subscriptions/load-subscription.ts";

export interface RefundPlan {
  invoiceId: string;
  /** With tax; null: all that is left. */
  amountMinor: number | null;
  reason: string;
  /** False: it stays as the customer's credit. */
  payOut: boolean;
  /** Names the cause where it is none of a person's, such as a lost dispute, so that it happens once. */
  sourceKey?: string;
}

export interface RefundResult {
  creditNote: IssuedCreditNote;
  refundIds: string[];
  accessEnded: boolean;
}

/** Payments that paid the invoice, with what of each may still go back; the latest first. */
const payableFrom = (ctx: BillingContext, invoiceId: string) =>
  rows<{ id: string; provider: string; left: number }>(
    ctx.tx,
    sql`SELECT p.id, p.provider, p.amount_minor - p.refunded_minor AS left FROM billing.payment p
        WHERE p.id IN (SELECT payment_id FROM billing.allocation WHERE invoice_id = ${invoiceId})
          AND p.amount_minor > p.refunded_minor
        ORDER BY p.received_at DESC, p.id FOR UPDATE OF p`,
  );

async function requestRefunds(
  ctx: BillingContext,
  invoice: InvoiceRow,
  creditNoteId: string,
  plan: { amountMinor: number; reason: string },
): Promise<string[]> {
  let left = plan.amountMinor;
  const refundIds: string[] = [];
  for (const payment of await payableFrom(ctx, invoice.id)) {
    const amountMinor = Math.min(left, payment.left);
    if (amountMinor <= 0) break;
    const id = newId();
    await ctx.tx.execute(
      sql`INSERT INTO billing.refund (id, account_id, payment_id, invoice_id, credit_note_id, amount_minor, currency, reason,
            provider, idempotency_key, status, requested_by, requested_at)
          VALUES (${id}, ${invoice.account_id}, ${payment.id}, ${invoice.id}, ${creditNoteId}, ${amountMinor},
                  ${invoice.currency}, ${plan.reason}, ${payment.provider}, ${`refund:${id}`}, 'created',
                  ${actorPersonId(ctx.actor)}, ${ctx.now.toString()})`,
    );
    await ctx.tx.execute(
      sql`UPDATE billing.payment SET refunded_minor = refunded_minor + ${amountMinor} WHERE id = ${payment.id}`,
    );
    await moveCredit(ctx.tx, {
      accountId: invoice.account_id,
      currency: invoice.currency,
      amountMinor: -amountMinor,
      reason: "Refund under way",
      sourceKey: `refund:${id}`,
      at: ctx.now,
    });
    await bookRefund(ctx.tx, { refundId: id, step: "requested", at: ctx.now });
    await payOutRefund(ctx, { refundId: id, provider: payment.provider });
    refundIds.push(id);
    left -= amountMinor;
  }
  return refundIds;
}

/** True when a subscription is in the period this invoice paid for. */
async function paidForNow(ctx: BillingContext, invoice: InvoiceRow): Promise<boolean> {
  const row = await firstRow(
    ctx.tx,
    sql`SELECT 1 FROM billing.subscription_period q JOIN billing.subscription s ON s.id = q.subscription_id
        WHERE q.invoice_id = ${invoice.id} AND q.starts_on = s.period_starts_on`,
  );
  return row !== undefined;
}

/** Takes back what the invoice paid for, and no more: the course, or the subscription whose current period it is. */
async function takeBack(ctx: BillingContext, invoice: InvoiceRow): Promise<boolean> {
  await stopEarning(ctx.tx, { invoiceId: invoice.id, at: ctx.now });
  if (invoice.purchase_id) {
    const purchase = await lockPurchase(ctx.tx, { purchaseId: invoice.purchase_id });
    if (purchase) await endPurchase(ctx, purchase, "refunded");
    return true;
  }
  if (invoice.subscription_id && (await paidForNow(ctx, invoice))) {
    const subscription = await lockSubscription(ctx.tx, invoice.subscription_id);
    await endSubscription(ctx, subscription, "Refunded");
    return true;
  }
  return false;
}

/**
 * Gives money of an invoice back: a credit note, the money as a refund or as credit, and, once nothing of the invoice is
 * left, the access it paid for. Errors: `billing.invoice_unknown`, `billing.nothing_to_refund`,
 * `billing.refund_too_much`.
 */
export async function refundInvoice(ctx: BillingContext, plan: RefundPlan): Promise<RefundResult> {
  const { account_id: accountId } = await getInvoiceRow(ctx.tx, plan.invoiceId);
  await lockCredit(ctx.tx, accountId);
  const invoice = await lockInvoice(ctx.tx, plan.invoiceId);
  const leftMinor = invoice.total_minor - invoice.credited_minor;
  if (invoice.kind !== "invoice" || invoice.status === "void" || invoice.status === "draft" || leftMinor <= 0)
    throw refuse("conflict", "billing.nothing_to_refund", "Nothing of this invoice is left to give back.");
  const amountMinor = plan.amountMinor ?? leftMinor;
  if (amountMinor > leftMinor)
    throw refuse("conflict", "billing.refund_too_much", "This is more than is left of the invoice.", {
      data: { leftMinor },
    });
  const { computed, positions } = computeCredit(
    await creditableLines(ctx.tx, invoice.id),
    amountMinor,
    invoice.currency,
  );
  const paidBackMinor = Math.min(
    invoice.paid_minor,
    Math.max(0, amountMinor - (leftMinor - invoice.paid_minor)),
  );
  const creditNote = await issueCreditNote(ctx, {
    invoice,
    computed,
    correctsPositions: positions,
    sourceKey: plan.sourceKey ?? `credit:${newId()}`,
    reason: plan.reason,
  });
  const refundIds = plan.payOut
    ? await requestRefunds(ctx, invoice, creditNote.id, { amountMinor: paidBackMinor, reason: plan.reason })
    : [];
  const accessEnded = amountMinor === leftMinor && (await takeBack(ctx, invoice));
  return { creditNote, refundIds, accessEnded };
}
