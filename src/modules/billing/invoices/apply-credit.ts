import type { BillingContext } from "#modules/billing/billing-context.ts";
import { allocate } from "#modules/billing/invoices/allocate.ts";
import { creditBalance, lockCredit, moveCredit } from "#modules/billing/invoices/credit-balance.ts";
import { bookCreditApplied } from "#modules/billing/ledger/book-credit-applied.ts";

/**
 * Pays an invoice from the customer's credit as far as it goes; gives what was applied. The invoice must be new or locked.
 */
export async function applyCustomerCredit(
  ctx: BillingContext,
  invoice: { id: string; accountId: string; currency: string; openMinor: number; fullNumber: string },
): Promise<number> {
  if (invoice.openMinor <= 0) return 0;
  await lockCredit(ctx.tx, invoice.accountId);
  const balance = await creditBalance(ctx.tx, invoice.accountId, invoice.currency);
  const amountMinor = Math.min(balance, invoice.openMinor);
  if (amountMinor <= 0) return 0;
  const allocationId = await allocate(ctx.tx, {
    accountId: invoice.accountId,
    invoiceId: invoice.id,
    paymentId: null,
    amountMinor,
    at: ctx.now,
  });
  await moveCredit(ctx.tx, {
    accountId: invoice.accountId,
    currency: invoice.currency,
    amountMinor: -amountMinor,
    reason: `Applied to ${invoice.fullNumber}`,
    sourceKey: `allocation:${allocationId}`,
    at: ctx.now,
  });
  await bookCreditApplied(ctx.tx, { allocationId });
  return amountMinor;
}
