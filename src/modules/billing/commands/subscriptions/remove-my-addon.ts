import { defineCommand } from "#kernel/operation/operation.ts";
import { RemoveAddon, RemovedAddon } from "#modules/billing/contract/addons.ts";
import { canManageBilling } from "#modules/billing/policy.ts";
import { removeAddon } from "#modules/billing/subscriptions/change-addons.ts";
import { lockToBill } from "#modules/billing/subscriptions/load-subscription.ts";

/** Ends an add-on with the paid period. Errors: `billing.subscription_unknown`, `billing.addon_unknown`. */
export const removeMySubscriptionAddon = defineCommand({
  name: "billing.remove_my_addon",
  title: "End an add-on of my subscription",
  http: "DELETE /account/subscriptions/:subscriptionId/addons/:addonId",
  access: "customer",
  input: RemoveAddon,
  output: RemovedAddon,
  load: (tx, { subscriptionId }) => lockToBill(tx, subscriptionId),
  allow: (actor, subscription) => canManageBilling(actor, subscription),
  run: (context, subscription) => removeAddon(context, subscription, context.input.addonId),
});
