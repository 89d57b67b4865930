import { z } from "zod";
import { defineJob } from "#kernel/jobs/job.ts";
import { paymentHouse } from "#modules/billing/payments/payment-house.ts";
import { driveRefund } from "#modules/billing/payments/refunds/drive-refund.ts";

/** Asks the provider to give money back, or what became of it. */
export const sendRefund = defineJob({
  name: "billing.send_refund",
  title: "Give money back through the provider",
  input: z.object({ refundId: z.uuid() }),
  expireInSeconds: 300,
  run: (context, { refundId }) => driveRefund(paymentHouse(context, "billing.send_refund"), refundId),
});
