import { defineCommand } from "#kernel/operation/operation.ts";
import { ApplyChange, ChangeOutcome } from "#modules/billing/contract/subscriptions.ts";
import { toOutcome } from "#modules/billing/subscriptions/change-outcome.ts";
import { changeSubscription } from "#modules/billing/subscriptions/change-subscription.ts";
import { lockToBill } from "#modules/billing/subscriptions/load-subscription.ts";

/** Changes plan or seats; an upgrade at once, by what the preview said. Errors: `billing.subscription_unknown`,
 * `billing.subscription_unchangeable`, `billing.plan_unfit`, `billing.plan_same`, `billing.total_changed`. */
export const switchSubscription = defineCommand({
  name: "billing.change_subscription",
  title: "Change plan or seats of a subscription",
  http: "POST /billing/subscriptions/:subscriptionId/changes",
  access: "billing:sell",
  input: ApplyChange,
  output: ChangeOutcome,
  load: (tx, { subscriptionId }) => lockToBill(tx, subscriptionId),
  run: async (context, subscription) =>
    toOutcome(await changeSubscription(context, subscription, context.input)),
});
