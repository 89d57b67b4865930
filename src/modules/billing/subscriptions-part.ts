import * as events from "#modules/billing/events/subscriptions.ts";
import type { BillingPart } from "#modules/billing/part.ts";

const { OrderPlaced: _placed, OrderCancelled: _cancelled, ...subscriptionEvents } = events;

export const subscriptionsPart = {
  operations: [],
  events: Object.values(subscriptionEvents),
} as const satisfies BillingPart;
