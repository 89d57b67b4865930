import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { type CataloguePrice, selectPrices } from "#modules/billing/queries/catalogue/price-row.ts";

/** A price with its offer, product and entitlements, whether it is on sale or not. Errors: `billing.price_unknown`. */
export async function getPrice(db: Db, priceId: string): Promise<CataloguePrice> {
  const price = await firstRow<CataloguePrice>(db, selectPrices(sql`WHERE p.id = ${priceId}`));
  if (!price) throw refuse("not_found", "billing.price_unknown", "There is no such price.");
  return price;
}
