import { firstRow, sql } from "#kernel/db/sql.ts";
import type { PaymentHouse } from "#modules/billing/payments/payment-house.ts";
import type {
  PaymentProvider,
  ProviderRef,
  RefundRequest,
  RefundResult,
} from "#modules/billing/payments/providers/provider.ts";
import { settleRefund } from "#modules/billing/payments/settle-refund.ts";

/** Longer than the calls of one try can take together. */
const CLAIM = { minutes: 2 };

interface ClaimedRefund {
  id: string;
  was: "created" | "pending" | "unknown";
  provider: string;
  provider_ref: string | null;
  idempotency_key: string;
  amount_minor: number;
  currency: string;
  payment_ref: string;
}

/** As with attempts: what was never sent is `unknown` before it is, so that a crash is followed by a question. */
const claim = ({ transact, now }: PaymentHouse, refundId: string): Promise<ClaimedRefund | undefined> =>
  transact(({ tx }) =>
    firstRow<ClaimedRefund>(
      tx,
      sql`WITH known AS (
            SELECT id, status FROM billing.refund
            WHERE id = ${refundId} AND status IN ('created', 'pending', 'unknown')
              AND (claimed_until IS NULL OR claimed_until <= ${now.toString()})
            FOR UPDATE)
          UPDATE billing.refund r
          SET status = CASE WHEN r.status = 'created' THEN 'unknown' ELSE r.status END,
              claimed_until = ${now.add(CLAIM).toString()}
          FROM known, billing.payment p WHERE r.id = known.id AND p.id = r.payment_id
          RETURNING r.id, known.status AS was, r.provider, r.provider_ref, r.idempotency_key, r.amount_minor,
            r.currency, p.provider_ref AS payment_ref`,
    ),
  );

const refOf = (refund: ClaimedRefund): ProviderRef =>
  refund.provider_ref
    ? { ref: refund.provider_ref }
    : { idempotencyKey: refund.idempotency_key, paymentRef: refund.payment_ref };

const requestOf = (refund: ClaimedRefund): RefundRequest => ({
  refundId: refund.id,
  idempotencyKey: refund.idempotency_key,
  paymentRef: refund.payment_ref,
  amountMinor: refund.amount_minor,
  currency: refund.currency,
});

async function ask(provider: PaymentProvider, refund: ClaimedRefund): Promise<RefundResult> {
  if (refund.was === "created") return provider.refund(requestOf(refund));
  const found = await provider.fetch(refOf(refund));
  if (found.kind === "refund") return found.result;
  return refund.was === "unknown"
    ? provider.refund(requestOf(refund))
    : { status: "unknown", ref: refund.provider_ref };
}

/**
 * Sends a refund to its provider, or asks what became of it, and records the answer. May be called at any time, twice, and
 * after a crash at any step: money goes back once. Errors: `billing.provider_unreachable`, to be tried again.
 */
export async function driveRefund(house: PaymentHouse, refundId: string): Promise<void> {
  const refund = await claim(house, refundId);
  if (!refund) return;
  const result = await ask(await house.open(refund.provider), refund);
  await house.transact(async (ctx) => {
    await settleRefund(ctx, { refundId, status: result.status, providerRef: result.ref });
    await ctx.tx.execute(sql`UPDATE billing.refund SET claimed_until = NULL WHERE id = ${refundId}`);
  });
}
