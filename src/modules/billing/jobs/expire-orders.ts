import { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { isAppError } from "#kernel/errors.ts";
import { defineJob } from "#kernel/jobs/job.ts";
import { billingRules } from "#modules/billing/subscriptions/billing-rules.ts";

/** Orders nobody paid are given up some weeks after their invoice was due; and checkouts nobody finished are forgotten. */
export const expireOrders = defineJob({
  name: "billing.expire_orders",
  title: "Give up orders nobody paid",
  input: z.object({}),
  schedule: "40 4 * * *",
  run: async ({ db, now, call, signal }) => {
    const { orderExpiryDays } = await billingRules(db);
    const lateSince = now.subtract({ hours: 24 * orderExpiryDays }).toString();
    const late = await rows<{ id: string }>(
      db,
      sql`SELECT r.id FROM billing."order" r JOIN billing.invoice i ON i.source_key = 'order:' || r.id
          WHERE r.status = 'open' AND i.status = 'open' AND i.paid_minor = 0 AND i.due_on < ${lateSince}::timestamptz
            AND NOT EXISTS (SELECT FROM billing.payment_attempt t WHERE t.invoice_id = i.id
              AND t.status IN ('created', 'requires_action', 'pending', 'unknown'))
          ORDER BY r.placed_at LIMIT 1000`,
    );
    for (const { id } of late) {
      if (signal.aborted) return;
      try {
        await call("billing.cancel_order", { orderId: id, reason: "Not paid in time" });
      } catch (error) {
        // Money came between looking and acting: that order is not to be given up.
        if (!isAppError(error) || error.kind !== "conflict") throw error;
      }
    }
    await call("billing.forget_checkouts", {});
  },
});
