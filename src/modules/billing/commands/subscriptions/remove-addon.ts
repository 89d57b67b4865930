import { defineCommand } from "#kernel/operation/operation.ts";
import { RemoveAddon, RemovedAddon } from "#modules/billing/contract/addons.ts";
import { removeAddon } from "#modules/billing/subscriptions/change-addons.ts";
import { lockToBill } from "#modules/billing/subscriptions/load-subscription.ts";

/** Ends an add-on with the paid period. Errors: `billing.subscription_unknown`, `billing.addon_unknown`. */
export const removeSubscriptionAddon = defineCommand({
  name: "billing.remove_addon",
  title: "End an add-on of a subscription",
  http: "DELETE /billing/subscriptions/:subscriptionId/addons/:addonId",
  access: "billing:sell",
  input: RemoveAddon,
  output: RemovedAddon,
  load: (tx, { subscriptionId }) => lockToBill(tx, subscriptionId),
  run: (context, subscription) => removeAddon(context, subscription, context.input.addonId),
});
