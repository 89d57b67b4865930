import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { getPrice } from "#modules/billing/queries/catalogue/get-price.ts";
import { getOfferRow } from "#modules/billing/queries/catalogue/get-rows.ts";
import type { CataloguePrice } from "#modules/billing/queries/catalogue/price-row.ts";

/** Reads a price with its offer locked, under which all its prices change. Errors: `billing.price_unknown`. */
export async function lockPrice(tx: Tx, priceId: string): Promise<CataloguePrice> {
  const { offer } = await getPrice(tx, priceId);
  await getOfferRow(tx, offer.id, sql`FOR UPDATE`);
  return getPrice(tx, priceId);
}
