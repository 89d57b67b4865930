import { defineCommand } from "#kernel/operation/operation.ts";
import { PauseInput, SubscriptionOutcome } from "#modules/billing/contract/subscriptions.ts";
import { canManageBilling } from "#modules/billing/policy.ts";
import { lockSubscription } from "#modules/billing/subscriptions/load-subscription.ts";
import { planPause } from "#modules/billing/subscriptions/plan-pause.ts";

/** Pauses from the end of the paid period on. Errors: `billing.subscription_unknown`, `billing.pause_unfit`,
 * `billing.resume_too_soon`. */
export const pauseMySubscription = defineCommand({
  name: "billing.pause_my_subscription",
  title: "Pause my subscription",
  http: "POST /account/subscriptions/:subscriptionId/pause",
  access: "customer",
  input: PauseInput,
  output: SubscriptionOutcome,
  load: (tx, { subscriptionId }) => lockSubscription(tx, subscriptionId),
  allow: (actor, subscription) => canManageBilling(actor, subscription),
  run: (context, subscription) => planPause(context, subscription, context.input.resumesOn),
});
