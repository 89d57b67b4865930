import { defineCommand } from "#kernel/operation/operation.ts";
import { BilledTogether, RenewalRefs } from "#modules/billing/contract/billing-run.ts";
import { renewTogether } from "#modules/billing/subscriptions/renew-together.ts";

/**
 * Bills those of many subscriptions whose period is simply over, in one transaction. The rest is named: bill them one by
 * one with `billing.renew_subscription`.
 */
export const renewDueSubscriptions = defineCommand({
  name: "billing.renew_subscriptions",
  title: "Bill subscriptions whose period is over, together",
  http: "POST /billing/renewals",
  access: "billing:money",
  input: RenewalRefs,
  output: BilledTogether,
  run: async (context) => {
    const { subscriptionIds } = context.input;
    const billed = await renewTogether(context, subscriptionIds);
    return { invoices: billed.size, left: subscriptionIds.filter((id) => !billed.has(id)) };
  },
});
