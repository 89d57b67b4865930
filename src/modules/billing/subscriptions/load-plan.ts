import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { PlanChoice } from "#modules/billing/subscriptions/draw-change.ts";
import { termsOfPrice } from "#modules/billing/queries/catalogue/price-row.ts";
import type { SubscriptionRow } from "#modules/billing/subscriptions/load-subscription.ts";

/**
 * The plan a subscription is to change to: a recurring price of the same product, sold now, in the currency it is billed
 * in. Errors: `billing.price_unknown`, `billing.plan_unfit`.
 */
export async function loadPlan(
  db: Db,
  subscription: SubscriptionRow,
  to: { priceId: string; quantity: number },
  now: Temporal.Instant,
): Promise<PlanChoice> {
  const row = await firstRow<PlanChoice & { fits: boolean }>(
    db,
    sql`SELECT o.id AS offer_id, o.name AS offer_name, d.name AS product_name, d.tax_category, p.id AS price_id,
          ${to.quantity}::int AS quantity, ${termsOfPrice} AS terms,
          (p.cycle IN ('month', 'year') AND o.kind = 'subscription' AND p.currency = ${subscription.currency}
            AND d.id = (SELECT product_id FROM billing.offer WHERE id = ${subscription.offer_id})
            AND (p.id = ${subscription.price_id} OR (o.archived_at IS NULL AND p.sold_from_at <= ${now.toString()}
              AND (p.sold_until_at IS NULL OR p.sold_until_at > ${now.toString()})))) AS fits
        FROM billing.price p JOIN billing.offer o ON o.id = p.offer_id JOIN billing.product d ON d.id = o.product_id
        WHERE p.id = ${to.priceId}`,
  );
  if (!row) throw refuse("not_found", "billing.price_unknown", "There is no such price.");
  if (!row.fits)
    throw refuse(
      "conflict",
      "billing.plan_unfit",
      `This plan cannot follow ${subscription.offer_name}. Choose one that is sold now in ${subscription.currency}.`,
    );
  return row;
}
