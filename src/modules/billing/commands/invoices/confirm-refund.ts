import { defineCommand } from "#kernel/operation/operation.ts";
import { ConfirmRefund, RefundState } from "#modules/billing/contract/invoices.ts";
import { settleRefund } from "#modules/billing/payments/settle-refund.ts";

/** Records that a person sent a refund by bank, or that it could not be sent. Errors: `billing.refund_unknown`. */
export const confirmRefund = defineCommand({
  name: "billing.confirm_refund",
  title: "Record that a refund was paid out",
  http: "POST /billing/refunds/:refundId/confirmation",
  access: "billing:money",
  input: ConfirmRefund,
  output: RefundState,
  run: async (context) => {
    const { refundId, outcome, reference } = context.input;
    const status = await settleRefund(context, {
      refundId,
      status: outcome === "paid" ? "succeeded" : "failed",
      providerRef: reference || null,
    });
    return { status };
  },
});
