import { sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { Subscription, SubscriptionRef } from "#modules/billing/contract/subscriptions.ts";
import { readSubscriptions } from "#modules/billing/queries/subscriptions/to-subscription.ts";
import { subscriptionUnknown } from "#modules/billing/subscriptions/load-subscription.ts";

/** One subscription. Errors: `billing.subscription_unknown`. */
export const getSubscriptionQuery = defineQuery({
  name: "billing.get_subscription",
  title: "Look at a subscription",
  http: "GET /billing/subscriptions/:subscriptionId",
  access: "billing:read",
  input: SubscriptionRef,
  output: Subscription,
  run: async ({ db, input }) => {
    const [found] = await readSubscriptions(db, sql`WHERE s.id = ${input.subscriptionId}`);
    if (!found) throw subscriptionUnknown();
    return found;
  },
});
