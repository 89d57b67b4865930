import { defineCommand } from "#kernel/operation/operation.ts";
import { SubscriptionRef, SubscriptionOutcome } from "#modules/billing/contract/subscriptions.ts";
import { resumeSubscriptionNow } from "#modules/billing/subscriptions/pause-subscription.ts";
import { lockToBill } from "#modules/billing/subscriptions/load-subscription.ts";

/** Begins a paused subscription again today, with a period and an invoice of its own. Errors:
 * `billing.subscription_unknown`, `billing.not_paused`. */
export const resumeSubscription = defineCommand({
  name: "billing.resume_subscription",
  title: "Go on with a paused subscription",
  http: "DELETE /billing/subscriptions/:subscriptionId/pause",
  access: "billing:sell",
  input: SubscriptionRef,
  output: SubscriptionOutcome,
  load: (tx, { subscriptionId }) => lockToBill(tx, subscriptionId),
  run: (context, subscription) => resumeSubscriptionNow(context, subscription),
});
