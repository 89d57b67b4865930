import { sql } from "#kernel/db/sql.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { PaymentFailed, PaymentNeedsAction } from "#modules/billing/events/payments.ts";
import { type AttemptRow, lockAttempt } from "#modules/billing/payments/attempts/attempt-row.ts";
import { saveMethod } from "#modules/billing/payments/methods/save-method.ts";
import type { PaymentResult } from "#modules/billing/payments/providers/provider.ts";
import { receivePayment } from "#modules/billing/payments/receive-payment.ts";
import { advanceAttempt, type AttemptStatus } from "#modules/billing/rules/payments/advance-attempt.ts";

/** What is told of an attempt: by its provider, or by the house that gave it up. */
export type ToldOfAttempt = PaymentResult | { status: "abandoned"; ref: string | null };

async function store(ctx: BillingContext, attempt: AttemptRow, told: ToldOfAttempt, status: AttemptStatus) {
  const actionUrl = told.status === "requires_action" ? told.actionUrl : null;
  const isFailure = status === "failed" && told.status === "failed";
  await ctx.tx.execute(
    sql`UPDATE billing.payment_attempt
        SET status = ${status}, claimed_until = NULL, updated_at = ${ctx.now.toString()},
            provider_ref = coalesce(${told.ref}, provider_ref),
            action_url = ${status === "requires_action" ? actionUrl : null},
            failure_code = ${isFailure ? told.code.slice(0, 100) : null},
            failure = ${isFailure ? told.message.slice(0, 500) : null}
        WHERE id = ${attempt.id}`,
  );
}

async function takeMoney(
  ctx: BillingContext,
  attempt: AttemptRow,
  told: Extract<PaymentResult, { status: "succeeded" }>,
): Promise<void> {
  const { money, method } = told;
  await receivePayment(ctx, {
    accountId: attempt.account_id,
    provider: attempt.provider,
    providerRef: money.ref,
    amountMinor: money.amountMinor,
    currency: money.currency,
    receivedAt: money.receivedAt,
    feeMinor: money.feeMinor,
    attemptId: attempt.id,
    invoiceIds: [attempt.invoice_id],
  });
  if (method)
    await saveMethod(ctx, {
      accountId: attempt.account_id,
      provider: attempt.provider,
      method,
      isChosen: true,
    });
}

async function announce(ctx: BillingContext, attempt: AttemptRow, told: ToldOfAttempt): Promise<void> {
  const facts = {
    accountId: attempt.account_id,
    invoiceId: attempt.invoice_id,
    attemptId: attempt.id,
    provider: attempt.provider,
    currency: attempt.currency,
    amountMinor: attempt.amount_minor,
  };
  if (told.status === "failed")
    await ctx.emit(PaymentFailed, {
      ...facts,
      position: attempt.position,
      failureCode: told.code.slice(0, 100),
    });
  // Who is on the provider's page already knows.
  if (told.status === "requires_action" && attempt.flow === "charge")
    await ctx.emit(PaymentNeedsAction, facts);
}

/**
 * Records what became of an attempt: by the call itself, a webhook, the customer's return or the sweep, in any order and
 * however often. The state moves only forward, money is taken in once, and only what is news is announced. Gives the state
 * it is in; undefined for no such attempt.
 */
export async function settleAttempt(
  ctx: BillingContext,
  attemptId: string,
  told: ToldOfAttempt,
): Promise<AttemptStatus | undefined> {
  const attempt = await lockAttempt(ctx.tx, attemptId);
  if (!attempt) return undefined;
  const status = advanceAttempt(attempt.status, told.status);
  const isNews = status !== attempt.status;
  if (isNews || status === told.status) await store(ctx, attempt, told, status);
  if (!isNews) return status;
  if (told.status === "succeeded") await takeMoney(ctx, attempt, told);
  await announce(ctx, attempt, told);
  return status;
}
