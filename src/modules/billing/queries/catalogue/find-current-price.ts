import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { type CataloguePrice, selectPrices } from "#modules/billing/queries/catalogue/price-row.ts";
import type { PriceCycle } from "#modules/billing/rules/types.ts";

/** Which price is meant: of an offer, by id or key, in a currency, for a cycle (of one unit unless said). */
export interface PriceChoice {
  offer: { id: string } | { key: string };
  currency: string;
  cycle: PriceCycle;
  cycleCount?: number;
  /** Number of instalments, where an offer has several plans of them. */
  instalments?: number;
  at: Temporal.Instant;
}

/** The price that is on sale at an instant; undefined when there is none. */
export function findCurrentPrice(db: Db, choice: PriceChoice): Promise<CataloguePrice | undefined> {
  const { offer, currency, cycle, cycleCount = 1, instalments, at } = choice;
  const which = "id" in offer ? sql`o.id = ${offer.id}` : sql`o.key = ${offer.key}`;
  const now = at.toString();
  return firstRow<CataloguePrice>(
    db,
    selectPrices(sql`WHERE ${which} AND p.currency = ${currency} AND p.cycle = ${cycle}
      AND p.cycle_count = ${cycleCount} ${instalments === undefined ? sql`` : sql`AND p.instalments = ${instalments}`}
      AND p.sold_from_at <= ${now} AND (p.sold_until_at IS NULL OR p.sold_until_at > ${now})
      AND o.archived_at IS NULL AND d.archived_at IS NULL ORDER BY p.instalments, p.sold_from_at DESC LIMIT 1`),
  );
}
