import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { Attempt, AttemptRef } from "#modules/billing/contract/payment-methods.ts";
import { findAttempt } from "#modules/billing/payments/attempts/attempt-row.ts";
import { canManageBilling } from "#modules/billing/policy.ts";

/** How one of the customer's payments stands, and where it goes on. Errors: `billing.attempt_unknown`. */
export const getMyAttempt = defineQuery({
  name: "billing.get_my_payment_attempt",
  title: "See how my payment stands",
  http: "GET /account/payment-attempts/:attemptId",
  access: "customer",
  input: AttemptRef,
  output: Attempt,
  load: async (db, { attemptId }) => {
    const attempt = await findAttempt(db, attemptId);
    if (attempt) return attempt;
    throw refuse("not_found", "billing.attempt_unknown", "There is no such payment.");
  },
  allow: canManageBilling,
  run: async (_context, attempt) => ({
    attemptId: attempt.id,
    invoiceId: attempt.invoice_id,
    provider: attempt.provider,
    status: attempt.status,
    actionUrl: attempt.action_url,
    failure: attempt.failure,
  }),
});
