import { defineCommand } from "#kernel/operation/operation.ts";
import { PauseInput, SubscriptionOutcome } from "#modules/billing/contract/subscriptions.ts";
import { lockSubscription } from "#modules/billing/subscriptions/load-subscription.ts";
import { planPause } from "#modules/billing/subscriptions/plan-pause.ts";

/** Pauses from the end of the paid period on. Errors: `billing.subscription_unknown`, `billing.pause_unfit`,
 * `billing.resume_too_soon`. */
export const pauseSubscription = defineCommand({
  name: "billing.pause_subscription",
  title: "Pause a subscription from the end of its period",
  http: "POST /billing/subscriptions/:subscriptionId/pause",
  access: "billing:sell",
  input: PauseInput,
  output: SubscriptionOutcome,
  load: (tx, { subscriptionId }) => lockSubscription(tx, subscriptionId),
  run: (context, subscription) => planPause(context, subscription, context.input.resumesOn),
});
