import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { AttemptRef, AttemptStatus } from "#modules/billing/contract/payment-methods.ts";
import { abandonAttempt } from "#modules/billing/jobs/payments/abandon-attempt.ts";
import { lockAttempt } from "#modules/billing/payments/attempts/attempt-row.ts";
import { canManageBilling } from "#modules/billing/policy.ts";
import { isLive } from "#modules/billing/rules/payments/advance-attempt.ts";

/**
 * Gives a payment up, so that another way can be chosen; what was paid meanwhile counts. Errors:
 * `billing.attempt_unknown`.
 */
export const abandonMyAttempt = defineCommand({
  name: "billing.abandon_my_payment_attempt",
  title: "Give my payment up to pay another way",
  http: "DELETE /account/payment-attempts/:attemptId",
  access: "customer",
  input: AttemptRef,
  output: AttemptRef.extend({ status: AttemptStatus }),
  load: async (tx, { attemptId }) => {
    const attempt = await lockAttempt(tx, attemptId);
    if (attempt) return attempt;
    throw refuse("not_found", "billing.attempt_unknown", "There is no such payment.");
  },
  allow: canManageBilling,
  run: async ({ enqueue }, attempt) => {
    if (isLive(attempt.status)) await enqueue(abandonAttempt, { attemptId: attempt.id });
    return { attemptId: attempt.id, status: attempt.status };
  },
});
