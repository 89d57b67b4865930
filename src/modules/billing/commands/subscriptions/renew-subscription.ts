import { defineCommand } from "#kernel/operation/operation.ts";
import { Billed, RenewalRef } from "#modules/billing/contract/billing-run.ts";
import { renewSubscription } from "#modules/billing/subscriptions/renew-subscription.ts";

/** Does what the end of a period asks for: bill, pause or end. Errors: `billing.subscription_unknown`. */
export const renewDueSubscription = defineCommand({
  name: "billing.renew_subscription",
  title: "Bill a subscription whose period is over",
  http: "POST /billing/subscriptions/:subscriptionId/renewal",
  access: "billing:money",
  input: RenewalRef,
  output: Billed,
  run: async (context) => ({ invoices: await renewSubscription(context, context.input.subscriptionId) }),
});
