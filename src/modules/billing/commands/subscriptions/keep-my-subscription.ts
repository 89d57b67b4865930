import { defineCommand } from "#kernel/operation/operation.ts";
import { SubscriptionRef, SubscriptionOutcome } from "#modules/billing/contract/subscriptions.ts";
import { canManageBilling } from "#modules/billing/policy.ts";
import { keepSubscription } from "#modules/billing/subscriptions/cancel-subscription.ts";
import { lockSubscription } from "#modules/billing/subscriptions/load-subscription.ts";

/** Takes a planned cancellation or pause back. Errors: `billing.subscription_unknown`, `billing.nothing_planned`. */
export const continueMySubscription = defineCommand({
  name: "billing.keep_my_subscription",
  title: "Keep my subscription after all",
  http: "DELETE /account/subscriptions/:subscriptionId/cancellation",
  access: "customer",
  input: SubscriptionRef,
  output: SubscriptionOutcome,
  load: (tx, { subscriptionId }) => lockSubscription(tx, subscriptionId),
  allow: (actor, subscription) => canManageBilling(actor, subscription),
  run: (context, subscription) => keepSubscription(context, subscription),
});
