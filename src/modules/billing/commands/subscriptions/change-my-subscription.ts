import { defineCommand } from "#kernel/operation/operation.ts";
import { ApplyChange, ChangeOutcome } from "#modules/billing/contract/subscriptions.ts";
import { canManageBilling } from "#modules/billing/policy.ts";
import { toOutcome } from "#modules/billing/subscriptions/change-outcome.ts";
import { changeSubscription } from "#modules/billing/subscriptions/change-subscription.ts";
import { lockToBill } from "#modules/billing/subscriptions/load-subscription.ts";

/** Changes plan or seats; an upgrade at once, by what the preview said. Errors: `billing.subscription_unknown`,
 * `billing.subscription_unchangeable`, `billing.plan_unfit`, `billing.plan_same`, `billing.total_changed`. */
export const switchMySubscription = defineCommand({
  name: "billing.change_my_subscription",
  title: "Change my plan or seats",
  http: "POST /account/subscriptions/:subscriptionId/changes",
  access: "customer",
  input: ApplyChange,
  output: ChangeOutcome,
  load: (tx, { subscriptionId }) => lockToBill(tx, subscriptionId),
  allow: (actor, subscription) => canManageBilling(actor, subscription),
  run: async (context, subscription) =>
    toOutcome(await changeSubscription(context, subscription, context.input)),
});
