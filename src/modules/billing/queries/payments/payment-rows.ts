import type { z } from "zod";
import { sql } from "#kernel/db/sql.ts";
import type { PaymentSummary } from "#modules/billing/contract/payments.ts";

/** A payment as selected by `PAYMENT_COLUMNS`. */
export interface PaymentRow {
  id: string;
  account_id: string;
  account_name: string;
  provider: string;
  provider_ref: string;
  currency: string;
  amount_minor: number;
  fee_minor: number;
  allocated_minor: number;
  refunded_minor: number;
  has_open_dispute: boolean;
  returned_at: string | null;
  received_at: string;
  place: string;
}

/** Of `billing.payment p` and its account `a`. */
export const PAYMENT_COLUMNS = sql`p.id, p.account_id, a.name AS account_name, p.provider, p.provider_ref, p.currency,
  p.amount_minor, p.fee_minor, p.refunded_minor, p.returned_at, p.received_at,
  coalesce((SELECT sum(x.amount_minor) FROM billing.allocation x WHERE x.payment_id = p.id), 0)::bigint AS allocated_minor,
  EXISTS (SELECT FROM billing.dispute d WHERE d.payment_id = p.id AND d.status = 'open') AS has_open_dispute`;

function statusOf(row: PaymentRow): z.output<typeof PaymentSummary>["status"] {
  if (row.returned_at) return "returned";
  if (row.has_open_dispute) return "disputed";
  if (row.refunded_minor === 0) return "received";
  return row.refunded_minor === row.amount_minor ? "refunded" : "partly_refunded";
}

const TITLES: Record<string, string> = {
  bank_transfer: "Bank transfer",
  stripe: "Card",
  sandbox: "Sandbox",
  manual: "By hand",
};

export const toPaymentSummary = (row: PaymentRow): z.input<typeof PaymentSummary> => ({
  id: row.id,
  accountId: row.account_id,
  accountName: row.account_name,
  provider: row.provider,
  providerTitle: TITLES[row.provider] ?? row.provider,
  providerRef: row.provider_ref,
  currency: row.currency,
  amountMinor: row.amount_minor,
  feeMinor: row.fee_minor,
  allocatedMinor: row.allocated_minor,
  creditMinor: row.returned_at ? 0 : Math.max(0, row.amount_minor - row.allocated_minor - row.refunded_minor),
  refundedMinor: row.returned_at ? 0 : row.refunded_minor,
  status: statusOf(row),
  receivedAt: Temporal.Instant.from(row.received_at).toString(),
});
