import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { companyDay } from "#modules/billing/ledger/company-day.ts";
import { postJournal } from "#modules/billing/ledger/post-journal.ts";
import { paymentPostings } from "#modules/billing/rules/ledger/money-postings.ts";

interface PaymentToBook {
  account_id: string;
  provider: string;
  currency: string;
  amount_minor: number;
  fee_minor: number;
  allocated_minor: number;
  on: string;
  created_at: string;
}

const PROVIDERS: Record<string, string> = { stripe: "Stripe", sandbox: "the sandbox", manual: "hand" };

const providerName = (provider: string): string => PROVIDERS[provider] ?? provider.replaceAll("_", " ");

/**
 * Books money that arrived, on the day it was received: to the bank or the provider less its fee, from receivables as far
 * as it was allocated, the rest to the customer's credit. Call it after allocating. Safe to call again.
 */
export async function bookPayment(tx: Tx, { paymentId }: { paymentId: string }): Promise<void> {
  const payment = await firstRow<PaymentToBook>(
    tx,
    sql`SELECT p.account_id, p.provider, p.currency, p.amount_minor, p.fee_minor, p.created_at,
          ${companyDay(sql`p.received_at`)}::text AS "on",
          (SELECT coalesce(sum(a.amount_minor), 0)::bigint FROM billing.allocation a
           WHERE a.payment_id = p.id AND a.amount_minor > 0) AS allocated_minor
        FROM billing.payment p WHERE p.id = ${paymentId}`,
  );
  if (!payment) throw new Error(`There is no payment ${paymentId}`);
  await postJournal(tx, {
    ref: `payment:${paymentId}`,
    on: payment.on,
    at: payment.created_at,
    kind: "payment",
    text: `Payment by ${providerName(payment.provider)}`,
    accountId: payment.account_id,
    postings: paymentPostings({
      provider: payment.provider,
      currency: payment.currency,
      amountMinor: payment.amount_minor,
      feeMinor: payment.fee_minor,
      allocatedMinor: payment.allocated_minor,
    }),
  });
}
