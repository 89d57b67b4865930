import { localDate } from "#kernel/clock.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { readSetting } from "#kernel/settings.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { PartnerSettings } from "#modules/billing/contract/partners.ts";
import type { EarningInvoice } from "#modules/billing/partners/earning-invoice.ts";
import { type CommissionTerms, isEarning } from "#modules/billing/rules/partners/commission.ts";

/** What an invoice earns, held until the end of the transaction. */
export interface CommissionRow extends CommissionTerms {
  id: string;
  partnerId: string;
  accountId: string | null;
  accruedMinor: number;
  clawedBackMinor: number;
}

/** Locks the commission of an invoice; undefined when it has none. */
export const lockCommission = (tx: Tx, invoiceId: string): Promise<CommissionRow | undefined> =>
  firstRow<CommissionRow>(
    tx,
    sql`SELECT id, partner_id AS "partnerId", account_id AS "accountId", rate_ppm AS "ratePpm",
          fixed_minor AS "fixedMinor", accrued_minor AS "accruedMinor", clawed_back_minor AS "clawedBackMinor"
        FROM billing.commission WHERE invoice_id = ${invoiceId} FOR UPDATE`,
  );

/** Fixed amounts are of one currency, and only for the first paid invoice of an order: an index holds the second off. */
const fits = ({ partner, orderOn, invoiceOn, currency }: EarningInvoice): boolean =>
  isEarning(orderOn, invoiceOn, partner.earningMonths) &&
  (partner.fixedMinor === null || partner.currency === currency);

/** Opens the commission of an invoice by the partner's terms of today; undefined where it earns nothing. */
export async function openCommission(
  ctx: BillingContext,
  invoice: EarningInvoice,
): Promise<CommissionRow | undefined> {
  if (!fits(invoice)) return undefined;
  const { partner } = invoice;
  const { holdDays } = await readSetting(ctx.tx, "billing.partners", PartnerSettings);
  const { zone } = await ctx.company();
  const payableOn = localDate(ctx.now, zone).add({ days: holdDays }).toString();
  await ctx.tx.execute(
    sql`INSERT INTO billing.commission (id, partner_id, account_id, buyer_account_id, order_id, invoice_id, currency,
          rate_ppm, fixed_minor, payable_on, created_at)
        VALUES (${newId()}, ${partner.id}, ${partner.accountId}, ${invoice.buyerAccountId}, ${invoice.orderId},
                ${invoice.invoiceId}, ${invoice.currency}, ${partner.ratePpm}, ${partner.fixedMinor}, ${payableOn},
                ${ctx.now.toString()})
        ON CONFLICT DO NOTHING`,
  );
  return lockCommission(ctx.tx, invoice.invoiceId);
}
