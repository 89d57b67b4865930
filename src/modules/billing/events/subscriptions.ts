import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";

const subscription = { accountId: z.uuid(), subscriptionId: z.uuid(), offerKey: z.string() };

/** An order was placed; nothing is paid yet. */
export const OrderPlaced = defineEvent({
  name: "billing.order_placed",
  version: 1,
  title: "Order placed",
  payload: z.object({
    accountId: z.uuid(),
    orderId: z.uuid(),
    reference: z.string(),
    offerKey: z.string(),
    quantity: z.number().int(),
    partnerId: z.uuid().nullable(),
  }),
});

/** An order was given up before it was paid. */
export const OrderCancelled = defineEvent({
  name: "billing.order_cancelled",
  version: 1,
  title: "Order cancelled",
  payload: z.object({ accountId: z.uuid(), orderId: z.uuid(), reference: z.string() }),
});

/** What was bought once gives access from now on. */
export const PurchaseActivated = defineEvent({
  name: "billing.purchase_activated",
  version: 1,
  title: "Purchase activated",
  payload: z.object({
    accountId: z.uuid(),
    purchaseId: z.uuid(),
    offerKey: z.string(),
    accessUntilAt: z.string().nullable(),
  }),
});

/** Access is held back or given again: an instalment is missing, or has come. */
export const PurchaseAccessChanged = defineEvent({
  name: "billing.purchase_access_changed",
  version: 1,
  title: "Access to a purchase changed",
  payload: z.object({
    accountId: z.uuid(),
    purchaseId: z.uuid(),
    offerKey: z.string(),
    change: z.enum(["suspended", "restored", "refunded", "cancelled"]),
  }),
});

export const SubscriptionStarted = defineEvent({
  name: "billing.subscription_started",
  version: 1,
  title: "Subscription started",
  payload: z.object({ ...subscription, isTrial: z.boolean() }),
});

/** Plan or seats changed, now or planned for the period's end. */
export const SubscriptionChanged = defineEvent({
  name: "billing.subscription_changed",
  version: 1,
  title: "Subscription changed",
  payload: z.object({
    ...subscription,
    fromOfferKey: z.string(),
    quantity: z.number().int(),
    when: z.enum(["now", "period_end"]),
  }),
});

export const SubscriptionRenewed = defineEvent({
  name: "billing.subscription_renewed",
  version: 1,
  title: "Subscription renewed",
  payload: z.object({ ...subscription, periodStartsOn: z.string(), periodEndsOn: z.string() }),
});

/** Its standing changed without a change of plan. */
export const SubscriptionStatusChanged = defineEvent({
  name: "billing.subscription_status_changed",
  version: 1,
  title: "Subscription status changed",
  payload: z.object({
    ...subscription,
    change: z.enum([
      "past_due",
      "suspended",
      "restored",
      "paused",
      "resumed",
      "cancellation_planned",
      "cancellation_withdrawn",
    ]),
    on: z.string().nullable(),
  }),
});

export const SubscriptionCancelled = defineEvent({
  name: "billing.subscription_cancelled",
  version: 1,
  title: "Subscription ended",
  payload: z.object({ ...subscription, reason: z.string() }),
});
