import { settleAttempt } from "#modules/billing/payments/attempts/settle-attempt.ts";
import { findAttempt } from "#modules/billing/payments/attempts/attempt-row.ts";
import { settleSetup } from "#modules/billing/payments/methods/settle-setup.ts";
import type { PaymentHouse } from "#modules/billing/payments/payment-house.ts";
import type { ProviderObject } from "#modules/billing/payments/providers/provider.ts";
import { recordDispute } from "#modules/billing/payments/record-dispute.ts";
import { settleRefund } from "#modules/billing/payments/settle-refund.ts";

/** What came of a hint. */
export interface Applied {
  status: "processed" | "ignored";
  /** In a sentence, for who looks into it. */
  outcome: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ignored = (outcome: string): Applied => ({ status: "ignored", outcome });
const processed = (outcome: string): Applied => ({ status: "processed", outcome });

const IN_WORDS = {
  created: "not tried yet",
  unknown: "without an answer so far",
  requires_action: "waiting for the customer",
  pending: "under way",
  failed: "failed",
  abandoned: "given up",
  succeeded: "paid",
} as const;

async function applyPayment(
  house: PaymentHouse,
  provider: string,
  found: Extract<ProviderObject, { kind: "payment" }>,
): Promise<Applied> {
  const { attemptId, result } = found;
  const attempt = attemptId && UUID.test(attemptId) ? await findAttempt(house.db, attemptId) : undefined;
  // Another installation may take money through the same account.
  if (!attempt || attempt.provider !== provider)
    return ignored("This payment was not asked for by this house.");
  const status = await house.transact((ctx) => settleAttempt(ctx, attempt.id, result));
  return processed(`The payment is ${IN_WORDS[status ?? "unknown"]}.`);
}

async function applyRefund(
  house: PaymentHouse,
  found: Extract<ProviderObject, { kind: "refund" }>,
): Promise<Applied> {
  const { refundId, result } = found;
  if (!refundId || !UUID.test(refundId))
    return ignored("This refund was made at the provider by hand. Record it with a credit note.");
  const status = await house.transact((ctx) =>
    settleRefund(ctx, { refundId, status: result.status, providerRef: result.ref }),
  );
  return processed(`The refund is ${status}.`);
}

/** Believes what the provider itself has under a reference, and moves our side on to it. */
export async function applyObject(
  house: PaymentHouse,
  provider: string,
  found: ProviderObject,
): Promise<Applied> {
  switch (found.kind) {
    case "payment":
      return applyPayment(house, provider, found);
    case "refund":
      return applyRefund(house, found);
    case "setup": {
      const known = await house.transact((ctx) => settleSetup(ctx, provider, found));
      return known
        ? processed("The payment method is looked after.")
        : ignored("Nobody here asked to save this method.");
    }
    case "dispute": {
      const known = await house.transact((ctx) => recordDispute(ctx, provider, found.dispute));
      return known
        ? processed(`The dispute is ${found.dispute.status}.`)
        : ignored("The disputed payment is not known here.");
    }
    default:
      return ignored("The provider has nothing of ours under this reference.");
  }
}
