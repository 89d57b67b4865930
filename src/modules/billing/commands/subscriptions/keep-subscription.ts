import { defineCommand } from "#kernel/operation/operation.ts";
import { SubscriptionRef, SubscriptionOutcome } from "#modules/billing/contract/subscriptions.ts";
import { keepSubscription } from "#modules/billing/subscriptions/cancel-subscription.ts";
import { lockSubscription } from "#modules/billing/subscriptions/load-subscription.ts";

/** Takes a planned cancellation or pause back. Errors: `billing.subscription_unknown`, `billing.nothing_planned`. */
export const continueSubscription = defineCommand({
  name: "billing.keep_subscription",
  title: "Take a planned cancellation or pause back",
  http: "DELETE /billing/subscriptions/:subscriptionId/cancellation",
  access: "billing:sell",
  input: SubscriptionRef,
  output: SubscriptionOutcome,
  load: (tx, { subscriptionId }) => lockSubscription(tx, subscriptionId),
  run: (context, subscription) => keepSubscription(context, subscription),
});
