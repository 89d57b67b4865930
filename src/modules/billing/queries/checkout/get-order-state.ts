import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { getCheckoutRow } from "#modules/billing/checkout/checkout-row.ts";
import { CheckoutRef, OrderState } from "#modules/billing/contract/checkout.ts";
import { showOrder } from "#modules/billing/queries/checkout/show-order.ts";

/** The order a checkout became, and what is left to do for it. Errors: `billing.checkout_unknown`, `billing.order_unknown`. */
export const getOrderState = defineQuery({
  name: "billing.get_order_state",
  title: "Look at the order of a checkout",
  http: "GET /checkouts/:token/order",
  access: "public",
  input: CheckoutRef,
  output: OrderState,
  run: async ({ db, now, input: { token } }) => {
    const { order_id: orderId } = await getCheckoutRow(db, token, now);
    if (!orderId) throw refuse("not_found", "billing.order_unknown", "Nothing was ordered here yet.");
    return showOrder(db, orderId);
  },
});
