import { firstRow, sql } from "#kernel/db/sql.ts";
import { isAppError } from "#kernel/errors.ts";
import { ATTEMPT_COLUMNS, type AttemptRow, LIVE } from "#modules/billing/payments/attempts/attempt-row.ts";
import { attemptInHand, invoiceToPay } from "#modules/billing/payments/attempts/invoice-to-pay.ts";
import { settleAttempt } from "#modules/billing/payments/attempts/settle-attempt.ts";
import type { PaymentHouse } from "#modules/billing/payments/payment-house.ts";
import type {
  PaymentProvider,
  PaymentResult,
  ProviderObject,
  ProviderRef,
} from "#modules/billing/payments/providers/provider.ts";

/** Longer than all calls of one try can take together. */
const CLAIM = { minutes: 5 };

/** An attempt this process works on alone, and as what it found it. */
export type ClaimedAttempt = AttemptRow & { was: AttemptRow["status"] };

/**
 * Takes a live attempt for this process. One that was never tried is `unknown` from here on, before the provider is called:
 * whoever comes after a crash asks first. Undefined: it is settled, or in another's hands.
 */
export const claimAttempt = (
  { transact, now }: PaymentHouse,
  attemptId: string,
): Promise<ClaimedAttempt | undefined> =>
  transact(({ tx }) =>
    firstRow<ClaimedAttempt>(
      tx,
      sql`WITH known AS (
            SELECT id, status FROM billing.payment_attempt
            WHERE id = ${attemptId} AND status IN ${LIVE}
              AND (claimed_until IS NULL OR claimed_until <= ${now.toString()})
            FOR UPDATE)
          UPDATE billing.payment_attempt a
          SET status = CASE WHEN a.status = 'created' THEN 'unknown' ELSE a.status END,
              claimed_until = ${now.add(CLAIM).toString()}
          FROM known WHERE a.id = known.id
          RETURNING ${ATTEMPT_COLUMNS}, known.status AS was`,
    ),
  );

/** How to ask the provider for an attempt. */
export const refOf = (attempt: AttemptRow): ProviderRef =>
  attempt.provider_ref ? { ref: attempt.provider_ref } : { idempotencyKey: attempt.idempotency_key };

async function call(
  house: PaymentHouse,
  provider: PaymentProvider,
  attempt: AttemptRow,
): Promise<PaymentResult> {
  const [invoice, inHand] = await Promise.all([invoiceToPay(house, attempt), attemptInHand(house, attempt)]);
  return attempt.flow === "checkout" ? provider.checkout(invoice, inHand) : provider.charge(invoice, inHand);
}

/** What the provider says of an attempt; `unknown` when it does not answer. */
export async function askProvider(provider: PaymentProvider, attempt: AttemptRow): Promise<ProviderObject> {
  try {
    return await provider.fetch(refOf(attempt));
  } catch (error) {
    if (!isAppError(error)) throw error;
    return {
      kind: "payment",
      attemptId: attempt.id,
      result: { status: "unknown", ref: attempt.provider_ref },
    };
  }
}

async function ask(
  house: PaymentHouse,
  provider: PaymentProvider,
  attempt: ClaimedAttempt,
): Promise<PaymentResult> {
  if (attempt.was === "created") return call(house, provider, attempt);
  const found = await askProvider(provider, attempt);
  if (found.kind === "payment") return found.result;
  // The provider answered that no money was asked for: the call is repeated under the same key.
  return attempt.was === "unknown"
    ? call(house, provider, attempt)
    : { status: "unknown", ref: attempt.provider_ref };
}

/**
 * Takes an attempt one step on: calls the provider for a new one, asks it for any other, and records the answer. May be
 * called at any time, twice, and after a crash at any step.
 */
export async function driveAttempt(house: PaymentHouse, attemptId: string): Promise<void> {
  const attempt = await claimAttempt(house, attemptId);
  if (!attempt) return;
  const provider = await house.open(attempt.provider);
  const result = await ask(house, provider, attempt);
  await house.transact((ctx) => settleAttempt(ctx, attemptId, result));
}
