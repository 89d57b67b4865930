import { z } from "zod";
import { defineSubscriber } from "#kernel/events/event.ts";
import { syncAccess } from "#modules/academy/learning/sync-access.ts";
import type { Loss } from "#modules/academy/rules/learning/seat-learners.ts";

const Payload = z.object({ accountId: z.uuid(), change: z.string().optional() });

/** What a closed course is told to be closed for. */
function lossOf(name: string, change: string | undefined): Loss {
  if (change === "refunded" || change === "cancelled") return "revoked";
  return name === "billing.subscription_cancelled" || name === "billing.entitlement_ended"
    ? "expired"
    : "suspended";
}

/** Paid is enrolled: who may learn follows what an account may use, in the same step as the sale's event. */
export const followAccess = defineSubscriber({
  name: "academy.follow_access",
  events: [
    "billing.purchase_activated",
    "billing.purchase_access_changed",
    "billing.subscription_started",
    "billing.subscription_changed",
    "billing.subscription_status_changed",
    "billing.subscription_cancelled",
    "billing.entitlement_granted",
    "billing.entitlement_ended",
  ],
  handle: async (event, context) => {
    const { accountId, change } = Payload.parse(event.payload);
    await syncAccess(context, {
      accountId,
      cause: event.name,
      loss: lossOf(event.name, change),
      buys: event.name === "billing.purchase_activated",
    });
  },
});
