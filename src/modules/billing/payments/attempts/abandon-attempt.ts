import { askProvider, claimAttempt, refOf } from "#modules/billing/payments/attempts/drive-attempt.ts";
import { settleAttempt, type ToldOfAttempt } from "#modules/billing/payments/attempts/settle-attempt.ts";
import { findAttempt } from "#modules/billing/payments/attempts/attempt-row.ts";
import type { PaymentHouse } from "#modules/billing/payments/payment-house.ts";
import type { ProviderObject } from "#modules/billing/payments/providers/provider.ts";
import { isLive } from "#modules/billing/rules/payments/advance-attempt.ts";

/** A closed page or payment is an attempt given up; money that came first is taken; anything else stays under way. */
function asTold(found: ProviderObject, ref: string | null): ToldOfAttempt {
  if (found.kind !== "payment" || found.result.status === "failed") return { status: "abandoned", ref };
  return found.result;
}

/**
 * Gives an attempt up: closes it at the provider, so that no money comes of it any more, and records what it is then.
 * False: it is in another's hands just now; try again later.
 */
export async function abandonAttempt(house: PaymentHouse, attemptId: string): Promise<boolean> {
  const attempt = await claimAttempt(house, attemptId);
  if (!attempt) {
    const known = await findAttempt(house.db, attemptId);
    return !known || !isLive(known.status);
  }
  const provider = await house.open(attempt.provider);
  const found =
    attempt.was === "created"
      ? ({ kind: "nothing" } as const)
      : await provider.cancel(refOf(attempt)).catch(() => askProvider(provider, attempt));
  const told = asTold(found, attempt.provider_ref);
  const status = await house.transact((ctx) => settleAttempt(ctx, attemptId, told));
  return status === undefined || !isLive(status);
}
