import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { companyDay } from "#modules/billing/ledger/company-day.ts";
import type { CommissionTerms, PaidInvoice } from "#modules/billing/rules/partners/commission.ts";

/** An invoice of an order that came by a partner, with the partner's terms of today. */
export interface EarningInvoice extends PaidInvoice {
  invoiceId: string;
  buyerAccountId: string;
  orderId: string;
  orderOn: string;
  invoiceOn: string;
  currency: string;
  partner: CommissionTerms & {
    id: string;
    accountId: string | null;
    currency: string | null;
    earningMonths: number | null;
  };
}

/**
 * The invoice with what money and credit still pay of it, if a partner sent its buyer: by the order itself, the purchase in
 * instalments or the subscription it became.
 */
export const findEarningInvoice = (tx: Tx, invoiceId: string): Promise<EarningInvoice | undefined> =>
  firstRow<EarningInvoice>(
    tx,
    sql`SELECT i.id AS "invoiceId", i.account_id AS "buyerAccountId", o.id AS "orderId",
          ${companyDay(sql`o.placed_at`)}::text AS "orderOn", i.issued_on::text AS "invoiceOn", i.currency,
          i.net_minor AS "netMinor", i.total_minor AS "totalMinor", i.paid_minor AS "paidMinor",
          jsonb_build_object('id', p.id, 'accountId', p.account_id, 'ratePpm', p.rate_ppm, 'fixedMinor', p.fixed_minor,
            'currency', p.currency, 'earningMonths', p.earning_months) AS partner
        FROM billing.invoice i
        LEFT JOIN billing.purchase u ON u.id = i.purchase_id
        LEFT JOIN billing.subscription s ON s.id = i.subscription_id
        JOIN billing."order" o ON o.id = coalesce(i.order_id, u.order_id, s.order_id)
        JOIN billing.partner p ON p.id = o.partner_id
        WHERE i.id = ${invoiceId} AND i.kind = 'invoice'`,
  );
