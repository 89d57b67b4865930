import { firstRow, sql } from "#kernel/db/sql.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import type { CustomerSnapshot } from "#modules/billing/contract/buyer.ts";
import { computeFor } from "#modules/billing/invoices/compute-for.ts";
import { lockCredit } from "#modules/billing/invoices/credit-balance.ts";
import { issueCreditNote, type IssuedCreditNote } from "#modules/billing/invoices/issue-credit-note.ts";
import { lockInvoice } from "#modules/billing/invoices/load-invoice.ts";
import { localDate } from "#kernel/clock.ts";
import type { ComputedInvoice, InvoiceDraft } from "#modules/billing/rules/types.ts";

const negate = (computed: ComputedInvoice): ComputedInvoice => ({
  ...computed,
  lines: computed.lines.map((line) => ({
    ...line,
    amountMinor: -line.amountMinor,
    discountMinor: -line.discountMinor,
    netMinor: -line.netMinor,
    taxMinor: -line.taxMinor,
  })),
  taxes: computed.taxes.map((tax) => ({ ...tax, netMinor: -tax.netMinor, taxMinor: -tax.taxMinor })),
  discountMinor: -computed.discountMinor,
  netMinor: -computed.netMinor,
  taxMinor: -computed.taxMinor,
  totalMinor: -computed.totalMinor,
});

/**
 * A change that comes to less than nothing: a credit note on the invoice of the current period, of exactly what the
 * preview said. The money becomes customer credit.
 */
export async function creditUnusedTime(
  ctx: BillingContext,
  change: {
    accountId: string;
    subscriptionId: string;
    sourceKey: string;
    draft: InvoiceDraft;
    customer: CustomerSnapshot;
  },
): Promise<IssuedCreditNote> {
  await lockCredit(ctx.tx, change.accountId);
  const { zone } = await ctx.company();
  const { computed } = await computeFor(ctx.tx, {
    draft: change.draft,
    customer: change.customer,
    on: localDate(ctx.now, zone).toString(),
  });
  const paid = await firstRow<{ id: string }>(
    ctx.tx,
    sql`SELECT id FROM billing.invoice
        WHERE subscription_id = ${change.subscriptionId} AND kind = 'invoice' AND status IN ('open', 'paid')
          AND total_minor - credited_minor >= ${-computed.totalMinor}
        ORDER BY issued_at DESC, id DESC LIMIT 1`,
  );
  if (!paid) throw new Error(`Subscription ${change.subscriptionId} has no invoice to correct`);
  return issueCreditNote(ctx, {
    invoice: await lockInvoice(ctx.tx, paid.id),
    computed: negate(computed),
    correctsPositions: computed.lines.map(() => null),
    sourceKey: change.sourceKey,
    reason: "Change of plan",
  });
}
