import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { Attempt, AttemptRef } from "#modules/billing/contract/payment-methods.ts";
import { chargeAttempt } from "#modules/billing/jobs/payments/charge-attempt.ts";
import { findAttempt } from "#modules/billing/payments/attempts/attempt-row.ts";
import { canManageBilling } from "#modules/billing/policy.ts";
import { isLive } from "#modules/billing/rules/payments/advance-attempt.ts";

/** The customer is back from the provider's page: asks there what became of it. Errors: `billing.attempt_unknown`. */
export const checkMyAttempt = defineCommand({
  name: "billing.check_my_payment_attempt",
  title: "Ask what became of my payment",
  http: "POST /account/payment-attempts/:attemptId/check",
  access: "customer",
  unaudited: true,
  input: AttemptRef,
  output: Attempt,
  load: async (tx, { attemptId }) => {
    const attempt = await findAttempt(tx, attemptId);
    if (attempt) return attempt;
    throw refuse("not_found", "billing.attempt_unknown", "There is no such payment.");
  },
  allow: canManageBilling,
  run: async ({ enqueue }, attempt) => {
    if (isLive(attempt.status))
      await enqueue(chargeAttempt, { attemptId: attempt.id }, { singletonKey: attempt.id });
    return {
      attemptId: attempt.id,
      invoiceId: attempt.invoice_id,
      provider: attempt.provider,
      status: attempt.status,
      actionUrl: attempt.action_url,
      failure: attempt.failure,
    };
  },
});
