import { defineCommand } from "#kernel/operation/operation.ts";
import { MethodSetup, MethodSetupRef } from "#modules/billing/contract/payment-methods.ts";
import { setUpMethod } from "#modules/billing/jobs/payments/set-up-method.ts";
import { getSetup } from "#modules/billing/payments/methods/setup-row.ts";
import { canManageBilling } from "#modules/billing/policy.ts";

/** The customer is back from the provider's page: asks there what became of it. Errors: `billing.method_setup_unknown`. */
export const checkMyMethodSetup = defineCommand({
  name: "billing.check_my_method_setup",
  title: "Ask whether my payment method was saved",
  http: "POST /account/payment-method-setups/:setupId/check",
  access: "customer",
  unaudited: true,
  input: MethodSetupRef,
  output: MethodSetup,
  load: (tx, { setupId }) => getSetup(tx, setupId),
  allow: canManageBilling,
  run: async ({ enqueue }, setup) => {
    if (setup.status === "created" || setup.status === "requires_action")
      await enqueue(setUpMethod, { setupId: setup.id }, { singletonKey: setup.id });
    return { setupId: setup.id, status: setup.status, actionUrl: setup.action_url };
  },
});
