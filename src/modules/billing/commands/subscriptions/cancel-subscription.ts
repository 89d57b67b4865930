import { defineCommand } from "#kernel/operation/operation.ts";
import { CancelInput, SubscriptionOutcome } from "#modules/billing/contract/subscriptions.ts";
import { cancelSubscription } from "#modules/billing/subscriptions/cancel-subscription.ts";
import { lockSubscription } from "#modules/billing/subscriptions/load-subscription.ts";

/** Cancels at the end of the paid period, or now. Errors: `billing.subscription_unknown`, `billing.subscription_over`. */
export const stopSubscription = defineCommand({
  name: "billing.cancel_subscription",
  title: "Cancel a subscription",
  http: "POST /billing/subscriptions/:subscriptionId/cancellation",
  access: "billing:sell",
  input: CancelInput,
  output: SubscriptionOutcome,
  load: (tx, { subscriptionId }) => lockSubscription(tx, subscriptionId),
  run: (context, subscription) => cancelSubscription(context, subscription, context.input),
});
