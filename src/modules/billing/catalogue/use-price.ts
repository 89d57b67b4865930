import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { getPrice } from "#modules/billing/queries/catalogue/get-price.ts";
import type { CataloguePrice } from "#modules/billing/queries/catalogue/price-row.ts";
import { isForSale } from "#modules/billing/rules/pricing/for-sale.ts";

/**
 * Takes a price for a sale: it must be on sale now, and is never withdrawn from here on. The lock makes a sale and the
 * withdrawal of the same price come one after the other. Errors: `billing.price_unknown`, `billing.price_not_for_sale`.
 */
export async function usePrice(tx: Tx, priceId: string, now: Temporal.Instant): Promise<CataloguePrice> {
  // Sales share the lock; the row itself is written once in its life, by the first of them.
  await tx.execute(sql`SELECT FROM billing.price WHERE id = ${priceId} FOR KEY SHARE`);
  const price = await getPrice(tx, priceId);
  if (!isForSale(price, now))
    throw refuse(
      "conflict",
      "billing.price_not_for_sale",
      "This price is no longer offered. Choose again from the current prices.",
    );
  if (price.usedAt === null)
    await tx.execute(
      sql`UPDATE billing.price SET used_at = ${now.toString()} WHERE id = ${priceId} AND used_at IS NULL`,
    );
  return price;
}
