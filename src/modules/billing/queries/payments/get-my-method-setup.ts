import { defineQuery } from "#kernel/operation/operation.ts";
import { MethodSetup, MethodSetupRef } from "#modules/billing/contract/payment-methods.ts";
import { getSetup } from "#modules/billing/payments/methods/setup-row.ts";
import { canManageBilling } from "#modules/billing/policy.ts";

/** How the saving of a payment method stands. Errors: `billing.method_setup_unknown`. */
export const getMyMethodSetup = defineQuery({
  name: "billing.get_my_method_setup",
  title: "See how saving my payment method stands",
  http: "GET /account/payment-method-setups/:setupId",
  access: "customer",
  input: MethodSetupRef,
  output: MethodSetup,
  load: (db, { setupId }) => getSetup(db, setupId),
  allow: canManageBilling,
  run: async (_context, { id, status, action_url }) => ({ setupId: id, status, actionUrl: action_url }),
});
