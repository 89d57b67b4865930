import { cancelUnpaidOrder } from "#modules/billing/commands/checkout/cancel-order.ts";
import { forgetCheckouts } from "#modules/billing/commands/checkout/forget-checkouts.ts";
import { placeOrder } from "#modules/billing/commands/checkout/place-order.ts";
import { startCheckout } from "#modules/billing/commands/checkout/start-checkout.ts";
import { updateCheckout } from "#modules/billing/commands/checkout/update-checkout.ts";
import { OrderCancelled, OrderPlaced } from "#modules/billing/events/subscriptions.ts";
import { expireOrders } from "#modules/billing/jobs/expire-orders.ts";
import type { BillingPart } from "#modules/billing/part.ts";
import { checkoutData, orderData } from "#modules/billing/personal-data/sales.ts";
import { getCheckout } from "#modules/billing/queries/checkout/get-checkout.ts";
import { orderSearch } from "#modules/billing/search.ts";
import { getOrderState } from "#modules/billing/queries/checkout/get-order-state.ts";
import { getSale } from "#modules/billing/queries/storefront/get-sale.ts";
import { getStorefront, STOREFRONT_KEY } from "#modules/billing/queries/storefront/get-storefront.ts";
import { StorefrontSettings } from "#modules/billing/contract/storefront.ts";
import { listOrders } from "#modules/billing/queries/checkout/list-orders.ts";

/** From a price on a page to an order with its invoice. */
export const checkoutPart = {
  operations: [
    startCheckout,
    getCheckout,
    updateCheckout,
    placeOrder,
    getOrderState,
    listOrders,
    cancelUnpaidOrder,
    forgetCheckouts,
    getStorefront,
    getSale,
  ],
  jobs: [expireOrders],
  settings: [{ key: STOREFRONT_KEY, title: "Public pages", schema: StorefrontSettings }],
  personalData: [checkoutData, orderData],
  search: [orderSearch],
  events: [OrderPlaced, OrderCancelled],
} as const satisfies BillingPart;
