import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { Payment, PaymentRef } from "#modules/billing/contract/payments.ts";
import {
  PAYMENT_COLUMNS,
  type PaymentRow,
  toPaymentSummary,
} from "#modules/billing/queries/payments/payment-rows.ts";

const iso = (text: string): string => Temporal.Instant.from(text).toString();

/** A payment with what it paid and what was given back of it. Errors: `billing.payment_unknown`. */
export const getPayment = defineQuery({
  name: "billing.get_payment",
  title: "Get a payment",
  http: "GET /billing/payments/:paymentId",
  access: "billing:read",
  input: PaymentRef,
  output: Payment,
  run: async ({ db, input: { paymentId } }) => {
    const row = await firstRow<PaymentRow>(
      db,
      sql`SELECT ${PAYMENT_COLUMNS}, '' AS place FROM billing.payment p JOIN people.account_name a ON a.id = p.account_id
          WHERE p.id = ${paymentId}`,
    );
    if (!row) throw refuse("not_found", "billing.payment_unknown", "There is no such payment.");
    const invoices = await rows<{ id: string; fullNumber: string; amountMinor: number }>(
      db,
      sql`SELECT i.id, i.full_number AS "fullNumber", sum(x.amount_minor)::bigint AS "amountMinor"
          FROM billing.allocation x JOIN billing.invoice i ON i.id = x.invoice_id WHERE x.payment_id = ${paymentId}
          GROUP BY i.id HAVING sum(x.amount_minor) <> 0 ORDER BY i.full_number`,
    );
    const refunds = await rows<{
      id: string;
      amountMinor: number;
      status: string;
      at: string;
      reason: string;
    }>(
      db,
      sql`SELECT id, amount_minor AS "amountMinor", status, requested_at AS at, reason FROM billing.refund
          WHERE payment_id = ${paymentId} ORDER BY requested_at, id`,
    );
    const disputes = await rows<{
      id: string;
      amountMinor: number;
      status: "open" | "won" | "lost";
      reason: string;
      openedAt: string;
    }>(
      db,
      sql`SELECT id, amount_minor AS "amountMinor", status, reason, opened_at AS "openedAt" FROM billing.dispute
          WHERE payment_id = ${paymentId} ORDER BY opened_at, id`,
    );
    const line = await firstRow<{ id: string }>(
      db,
      sql`SELECT id FROM billing.bank_line WHERE payment_id = ${paymentId}`,
    );
    return {
      ...toPaymentSummary(row),
      invoices,
      refunds: refunds.map((refund) => ({ ...refund, at: iso(refund.at) })),
      disputes: disputes.map((dispute) => ({ ...dispute, openedAt: iso(dispute.openedAt) })),
      bankLineId: line?.id ?? null,
    };
  },
});
