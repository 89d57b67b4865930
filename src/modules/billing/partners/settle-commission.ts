import { localDate } from "#kernel/clock.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { CommissionAccrued, CommissionClawedBack } from "#modules/billing/events/partners.ts";
import { bookCommission } from "#modules/billing/ledger/book-commission.ts";
import {
  type CommissionRow,
  lockCommission,
  openCommission,
} from "#modules/billing/partners/commission-row.ts";
import { type EarningInvoice, findEarningInvoice } from "#modules/billing/partners/earning-invoice.ts";
import { commissionOf } from "#modules/billing/rules/partners/commission.ts";

async function move(
  ctx: BillingContext,
  commission: CommissionRow,
  invoice: EarningInvoice,
  movement: { deltaMinor: number; cause: string },
): Promise<void> {
  const { deltaMinor, cause } = movement;
  const amountMinor = Math.abs(deltaMinor);
  const step = deltaMinor > 0 ? ("accrued" as const) : ("clawed_back" as const);
  const entryId = newId();
  await ctx.tx.execute(
    sql`UPDATE billing.commission SET accrued_minor = accrued_minor + ${deltaMinor > 0 ? amountMinor : 0},
          clawed_back_minor = clawed_back_minor + ${deltaMinor > 0 ? 0 : amountMinor} WHERE id = ${commission.id}`,
  );
  await ctx.tx.execute(
    sql`INSERT INTO billing.commission_entry (id, commission_id, account_id, kind, amount_minor, cause, at)
        VALUES (${entryId}, ${commission.id}, ${commission.accountId}, ${step}, ${amountMinor}, ${cause},
                ${ctx.now.toString()})`,
  );
  const { zone } = await ctx.company();
  const { currency, buyerAccountId: accountId, invoiceId } = invoice;
  const on = localDate(ctx.now, zone).toString();
  await bookCommission(ctx.tx, { id: entryId, step, accountId, currency, amountMinor, on, at: ctx.now });
  await ctx.emit(deltaMinor > 0 ? CommissionAccrued : CommissionClawedBack, {
    accountId,
    partnerId: commission.partnerId,
    commissionId: commission.id,
    invoiceId,
    currency,
    amountMinor,
  });
}

/**
 * Brings what an invoice earned its partner to what it earns by now: more when money came, less when it went back. It looks
 * at what is, not at what the event said, so events may come twice, late or in any order. `cause` names the event.
 */
export async function settleCommission(ctx: BillingContext, invoiceId: string, cause: string): Promise<void> {
  const invoice = await findEarningInvoice(ctx.tx, invoiceId);
  if (!invoice) return;
  const known = await lockCommission(ctx.tx, invoiceId);
  if (!known && invoice.paidMinor <= 0) return;
  const commission = known ?? (await openCommission(ctx, invoice));
  if (!commission) return;
  // Read again: another delivery may have been at it until the lock was ours.
  const paid = (await findEarningInvoice(ctx.tx, invoiceId)) ?? invoice;
  const deltaMinor = commissionOf(commission, paid) - (commission.accruedMinor - commission.clawedBackMinor);
  if (deltaMinor !== 0) await move(ctx, commission, paid, { deltaMinor, cause });
}
