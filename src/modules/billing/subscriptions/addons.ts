import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { DraftLine, PriceTerms } from "#modules/billing/rules/types.ts";
import { termsOfPrice } from "#modules/billing/queries/catalogue/price-row.ts";
import { periodLine } from "#modules/billing/subscriptions/period-lines.ts";

interface AddonRow {
  id: string;
  offer_id: string;
  offer_name: string;
  product_name: string;
  tax_category: string;
  price_id: string;
  quantity: number;
  terms: PriceTerms;
}

/** The add-ons a subscription has on a day. */
export const addonsOn = (db: Db, subscriptionId: string, on: string): Promise<AddonRow[]> =>
  rows<AddonRow>(
    db,
    sql`SELECT a.id, o.id AS offer_id, o.name AS offer_name, d.name AS product_name, d.tax_category, a.price_id, a.quantity,
          ${termsOfPrice} AS terms
        FROM billing.subscription_addon a JOIN billing.price p ON p.id = a.price_id
        JOIN billing.offer o ON o.id = p.offer_id JOIN billing.product d ON d.id = o.product_id
        WHERE a.subscription_id = ${subscriptionId} AND a.added_on <= ${on}
          AND (a.removed_on IS NULL OR a.removed_on > ${on})
        ORDER BY a.added_on, a.id`,
  );

/** The lines of a subscription's add-ons for a period; they follow the rhythm of the plan. */
export async function addonLines(
  db: Db,
  subscriptionId: string,
  period: { startsOn: string; endsOn: string },
): Promise<DraftLine[]> {
  return (await addonsOn(db, subscriptionId, period.startsOn)).map((addon) => periodLine(addon, period));
}
