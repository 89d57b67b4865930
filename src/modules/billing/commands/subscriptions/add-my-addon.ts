import { defineCommand } from "#kernel/operation/operation.ts";
import { AddAddon, AddedAddon } from "#modules/billing/contract/addons.ts";
import { canManageBilling } from "#modules/billing/policy.ts";
import { addAddon } from "#modules/billing/subscriptions/change-addons.ts";
import { lockToBill } from "#modules/billing/subscriptions/load-subscription.ts";

/** Adds an add-on now and invoices the rest of the period. Errors: `billing.subscription_unknown`, `billing.addon_unfit`,
 * `billing.price_unknown`, `billing.subscription_unchangeable`. */
export const addMySubscriptionAddon = defineCommand({
  name: "billing.add_my_addon",
  title: "Add an add-on to my subscription",
  http: "POST /account/subscriptions/:subscriptionId/addons",
  access: "customer",
  input: AddAddon,
  output: AddedAddon,
  load: (tx, { subscriptionId }) => lockToBill(tx, subscriptionId),
  allow: (actor, subscription) => canManageBilling(actor, subscription),
  run: (context, subscription) => addAddon(context, subscription, context.input),
});
