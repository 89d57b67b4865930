import { defineCommand } from "#kernel/operation/operation.ts";
import { SubscriptionRef, SubscriptionOutcome } from "#modules/billing/contract/subscriptions.ts";
import { canManageBilling } from "#modules/billing/policy.ts";
import { resumeSubscriptionNow } from "#modules/billing/subscriptions/pause-subscription.ts";
import { lockToBill } from "#modules/billing/subscriptions/load-subscription.ts";

/** Begins a paused subscription again today, with a period and an invoice of its own. Errors:
 * `billing.subscription_unknown`, `billing.not_paused`. */
export const resumeMySubscription = defineCommand({
  name: "billing.resume_my_subscription",
  title: "Go on with my paused subscription",
  http: "DELETE /account/subscriptions/:subscriptionId/pause",
  access: "customer",
  input: SubscriptionRef,
  output: SubscriptionOutcome,
  load: (tx, { subscriptionId }) => lockToBill(tx, subscriptionId),
  allow: (actor, subscription) => canManageBilling(actor, subscription),
  run: (context, subscription) => resumeSubscriptionNow(context, subscription),
});
