import { placeOrder } from "#modules/billing/commands/checkout/place-order.ts";
import { startCheckout } from "#modules/billing/commands/checkout/start-checkout.ts";
import { updateCheckout } from "#modules/billing/commands/checkout/update-checkout.ts";
import { OrderCancelled, OrderPlaced } from "#modules/billing/events/subscriptions.ts";
import type { BillingPart } from "#modules/billing/part.ts";
import { getCheckout } from "#modules/billing/queries/checkout/get-checkout.ts";
import { getOrderState } from "#modules/billing/queries/checkout/get-order-state.ts";

/** From a price on a page to an order with its invoice. */
export const checkoutPart = {
  operations: [startCheckout, getCheckout, updateCheckout, placeOrder, getOrderState],
  events: [OrderPlaced, OrderCancelled],
} as const satisfies BillingPart;
