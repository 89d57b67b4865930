import { rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { MigratedPlan, MigratePlan } from "#modules/billing/contract/subscriptions.ts";
import { getPrice } from "#modules/billing/queries/catalogue/get-price.ts";

/**
 * Plans another price for everybody on one: it counts from the end of the period each has paid. Customers who planned a
 * change or a cancellation of their own keep it. Errors: `billing.price_unknown`, `billing.plan_unfit`.
 */
export const migratePlan = defineCommand({
  name: "billing.migrate_plan",
  title: "Move subscribers from one price to another",
  http: "POST /billing/plan-migrations",
  access: "billing:catalogue",
  confirm: true,
  input: MigratePlan,
  output: MigratedPlan,
  run: async ({ tx, input }) => {
    const [from, to] = await Promise.all([getPrice(tx, input.fromPriceId), getPrice(tx, input.toPriceId)]);
    const isRecurring = to.terms.cycle === "month" || to.terms.cycle === "year";
    if (!isRecurring || to.terms.currency !== from.terms.currency || to.product.id !== from.product.id)
      throw refuse(
        "conflict",
        "billing.plan_unfit",
        "Subscribers can only move to a recurring price of the same product and currency.",
      );
    const planned = await rows(
      tx,
      sql`UPDATE billing.subscription SET version = version + 1,
            pending_change = jsonb_build_object('priceId', ${to.id}::text, 'quantity', quantity)
          WHERE price_id = ${from.id} AND status IN ('trialing', 'active', 'past_due', 'paused', 'suspended')
            AND pending_change IS NULL AND cancel_on IS NULL RETURNING id`,
    );
    return { planned: planned.length };
  },
});
