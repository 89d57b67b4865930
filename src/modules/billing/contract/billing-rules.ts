import { z } from "zod";

/** How the company bills: counted in settings under `billing.rules`. */
export const BillingRules = z.object({
  /** What a plan change in the middle of a period is counted by. */
  prorationMode: z.enum(["day", "second"]).default("day"),
  /** Days to pay the invoice of an order. */
  orderDueDays: z.number().int().min(0).max(90).default(14),
  /** Days after its due date on which an unpaid order is given up. */
  orderExpiryDays: z.number().int().min(1).max(365).default(21),
  /** Days to pay a renewal or an instalment. */
  renewalDueDays: z.number().int().min(0).max(90).default(7),
});
