import { defineCommand } from "#kernel/operation/operation.ts";
import { AddAddon, AddedAddon } from "#modules/billing/contract/addons.ts";
import { addAddon } from "#modules/billing/subscriptions/change-addons.ts";
import { lockToBill } from "#modules/billing/subscriptions/load-subscription.ts";

/** Adds an add-on now and invoices the rest of the period. Errors: `billing.subscription_unknown`, `billing.addon_unfit`,
 * `billing.price_unknown`, `billing.subscription_unchangeable`. */
export const addSubscriptionAddon = defineCommand({
  name: "billing.add_addon",
  title: "Add an add-on to a subscription",
  http: "POST /billing/subscriptions/:subscriptionId/addons",
  access: "billing:sell",
  input: AddAddon,
  output: AddedAddon,
  load: (tx, { subscriptionId }) => lockToBill(tx, subscriptionId),
  run: (context, subscription) => addAddon(context, subscription, context.input),
});
