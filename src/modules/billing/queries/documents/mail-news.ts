import { localDate } from "#kernel/clock.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { PaymentNews, RefundNews } from "#modules/billing/rules/documents/mails/write-mails.ts";

const dayOf = (instant: string, zone: string): string =>
  localDate(Temporal.Instant.from(instant), zone).toString();

/** What a payment did, and of which invoices there are receipts to send: those it paid in full. */
export interface PaymentFacts extends Omit<PaymentNews, "hasReceipt"> {
  accountId: string;
  settledInvoiceIds: string[];
}

interface AllocatedRow {
  id: string;
  number: string;
  amount: number;
  open: number;
  status: string;
  due_on: string;
}

/** Errors: `billing.payment_unknown`. */
export async function getPaymentFacts(db: Db, paymentId: string, zone: string): Promise<PaymentFacts> {
  const payment = await firstRow<{ account_id: string; amount: number; currency: string; at: string }>(
    db,
    sql`SELECT account_id, amount_minor AS amount, currency, received_at AS at FROM billing.payment WHERE id = ${paymentId}`,
  );
  if (!payment) throw refuse("not_found", "billing.payment_unknown", "There is no such payment.");
  const allocated = await rows<AllocatedRow>(
    db,
    sql`SELECT i.id, i.full_number AS number, sum(l.amount_minor)::bigint AS amount, i.status, i.due_on,
          i.total_minor - i.paid_minor - i.credited_minor AS open
        FROM billing.allocation l JOIN billing.invoice i ON i.id = l.invoice_id
        WHERE l.payment_id = ${paymentId} AND l.amount_minor > 0
        GROUP BY i.id ORDER BY i.due_on, i.id`,
  );
  return {
    accountId: payment.account_id,
    amountMinor: payment.amount,
    currency: payment.currency,
    on: dayOf(payment.at, zone),
    invoices: allocated.map((row) => ({
      number: row.number,
      amountMinor: row.amount,
      openMinor: row.status === "paid" ? 0 : row.open,
      dueOn: row.due_on,
    })),
    creditMinor: payment.amount - allocated.reduce((sum, row) => sum + row.amount, 0),
    settledInvoiceIds: allocated.filter((row) => row.status === "paid").map((row) => row.id),
  };
}

/** What a refund that was paid out did. Errors: `billing.refund_unknown`. */
export async function getRefundFacts(
  db: Db,
  refundId: string,
  zone: string,
): Promise<RefundNews & { accountId: string }> {
  const row = await firstRow<{
    account_id: string;
    amount: number;
    currency: string;
    at: string;
    number: string;
  }>(
    db,
    sql`SELECT r.account_id, r.amount_minor AS amount, r.currency, r.settled_at AS at, i.full_number AS number
        FROM billing.refund r JOIN billing.invoice i ON i.id = r.invoice_id
        WHERE r.id = ${refundId} AND r.status = 'succeeded'`,
  );
  if (!row) throw refuse("not_found", "billing.refund_unknown", "There is no such refund.");
  return {
    accountId: row.account_id,
    amountMinor: row.amount,
    currency: row.currency,
    on: dayOf(row.at, zone),
    number: row.number,
  };
}
