import { rows, sql } from "#kernel/db/sql.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { creditableLines } from "#modules/billing/invoices/creditable-lines.ts";
import { lockCredit } from "#modules/billing/invoices/credit-balance.ts";
import { issueCreditNote, type IssuedCreditNote } from "#modules/billing/invoices/issue-credit-note.ts";
import { lockInvoice } from "#modules/billing/invoices/load-invoice.ts";
import { computeCredit } from "#modules/billing/rules/invoices/compute-credit.ts";

/**
 * Gives back what a change of plan came to below nothing: credit notes on the subscription's invoices, the latest first,
 * of as much as is left of each. The money becomes customer credit. `amountMinor` with tax, as the preview said.
 */
export async function creditUnusedTime(
  ctx: BillingContext,
  change: { accountId: string; subscriptionId: string; sourceKey: string; amountMinor: number },
): Promise<IssuedCreditNote[]> {
  await lockCredit(ctx.tx, change.accountId);
  const invoices = await rows<{ id: string }>(
    ctx.tx,
    sql`SELECT id FROM billing.invoice
        WHERE subscription_id = ${change.subscriptionId} AND kind = 'invoice' AND status IN ('open', 'paid')
          AND total_minor > credited_minor
        ORDER BY issued_at DESC, id DESC`,
  );
  const notes: IssuedCreditNote[] = [];
  let left = change.amountMinor;
  for (const { id } of invoices) {
    if (left === 0) break;
    const invoice = await lockInvoice(ctx.tx, id);
    const amountMinor = Math.min(left, invoice.total_minor - invoice.credited_minor);
    const { computed, positions } = computeCredit(
      await creditableLines(ctx.tx, id),
      amountMinor,
      invoice.currency,
    );
    notes.push(
      await issueCreditNote(ctx, {
        invoice,
        computed,
        correctsPositions: positions,
        sourceKey: `${change.sourceKey}:${id}`,
        reason: "Change of plan",
      }),
    );
    left -= amountMinor;
  }
  if (left > 0)
    throw new Error(`Subscription ${change.subscriptionId} was not invoiced as much as is to be given back`);
  return notes;
}
