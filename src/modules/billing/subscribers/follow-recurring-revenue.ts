import { defineSubscriber } from "#kernel/events/event.ts";
import {
  SubscriptionCancelled,
  SubscriptionChanged,
  SubscriptionStarted,
  SubscriptionStatusChanged,
} from "#modules/billing/events/subscriptions.ts";
import { followRecurringRevenue } from "#modules/billing/jobs/follow-recurring-revenue.ts";

/** Has recurring revenue follow soon after a subscription changed. */
export const followSubscriptions = defineSubscriber({
  name: "billing.follow_recurring_revenue",
  events: [
    SubscriptionStarted.name,
    SubscriptionChanged.name,
    SubscriptionStatusChanged.name,
    SubscriptionCancelled.name,
  ],
  handle: (_event, { enqueue }) => enqueue(followRecurringRevenue, {}, { singletonKey: "follow" }),
});
