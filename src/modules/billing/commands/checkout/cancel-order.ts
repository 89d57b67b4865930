import { defineCommand } from "#kernel/operation/operation.ts";
import { cancelOrder, lockOrder } from "#modules/billing/checkout/cancel-order.ts";
import { CancelledOrder, CancelOrder } from "#modules/billing/contract/checkout.ts";

/** Cancels an order nothing was paid for. Errors: `billing.order_unknown`, `billing.order_not_cancellable`. */
export const cancelUnpaidOrder = defineCommand({
  name: "billing.cancel_order",
  title: "Cancel an unpaid order",
  http: "POST /billing/orders/:orderId/cancellation",
  access: "billing:sell",
  input: CancelOrder,
  output: CancelledOrder,
  load: (tx, { orderId }) => lockOrder(tx, orderId),
  run: async (context, order) => {
    await cancelOrder(context, order, context.input.reason || "Order cancelled");
    return { orderId: order.id, status: "cancelled" as const };
  },
});
