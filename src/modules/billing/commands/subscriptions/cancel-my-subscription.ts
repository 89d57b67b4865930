import { defineCommand } from "#kernel/operation/operation.ts";
import { CancelInput, SubscriptionOutcome } from "#modules/billing/contract/subscriptions.ts";
import { canManageBilling } from "#modules/billing/policy.ts";
import { cancelSubscription } from "#modules/billing/subscriptions/cancel-subscription.ts";
import { lockSubscription } from "#modules/billing/subscriptions/load-subscription.ts";

/** Cancels at the end of the paid period, or now. Errors: `billing.subscription_unknown`, `billing.subscription_over`. */
export const stopMySubscription = defineCommand({
  name: "billing.cancel_my_subscription",
  title: "Cancel my subscription",
  http: "POST /account/subscriptions/:subscriptionId/cancellation",
  access: "customer",
  input: CancelInput,
  output: SubscriptionOutcome,
  load: (tx, { subscriptionId }) => lockSubscription(tx, subscriptionId),
  allow: (actor, subscription) => canManageBilling(actor, subscription),
  run: (context, subscription) => cancelSubscription(context, subscription, context.input),
});
