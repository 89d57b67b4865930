import { defineCommand } from "#kernel/operation/operation.ts";
import { IssuedRef } from "#modules/billing/contract/invoices.ts";
import { SubscriptionRef } from "#modules/billing/contract/subscriptions.ts";
import { lockToBill } from "#modules/billing/subscriptions/load-subscription.ts";
import { reactivateSubscription } from "#modules/billing/subscriptions/reactivate-subscription.ts";

/** Buys an ended subscription again: an invoice now, access when it is paid. Errors: `billing.subscription_unknown`,
 * `billing.subscription_running`, `billing.plan_unfit`. */
export const reviveSubscription = defineCommand({
  name: "billing.reactivate_subscription",
  title: "Buy an ended subscription again",
  http: "POST /billing/subscriptions/:subscriptionId/reactivation",
  access: "billing:sell",
  input: SubscriptionRef,
  output: IssuedRef,
  load: (tx, { subscriptionId }) => lockToBill(tx, subscriptionId),
  run: async (context, subscription) => {
    const invoice = await reactivateSubscription(context, subscription);
    return { invoiceId: invoice.id, fullNumber: invoice.fullNumber, totalMinor: invoice.totalMinor };
  },
});
