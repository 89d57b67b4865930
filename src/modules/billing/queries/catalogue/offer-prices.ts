import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows } from "#kernel/db/sql.ts";
import type { Price } from "#modules/billing/contract/price.ts";
import { termsOfPrice } from "#modules/billing/queries/catalogue/price-row.ts";
import { priceStanding } from "#modules/billing/rules/pricing/price-standing.ts";

export type PriceOfOffer = z.input<typeof Price> & { offerId: string };

type Row = Omit<PriceOfOffer, "standing">;

/** Prices of offers with where they stand at an instant; those on sale or to come first, then the newest. */
export async function offerPrices(
  db: Db,
  offerIds: readonly string[],
  now: Temporal.Instant,
): Promise<PriceOfOffer[]> {
  if (offerIds.length === 0) return [];
  const found = await rows<Row>(
    db,
    sql`SELECT p.id, p.offer_id AS "offerId", ${termsOfPrice} AS terms, to_jsonb(p.sold_from_at) AS "soldFromAt",
          to_jsonb(p.sold_until_at) AS "soldUntilAt", to_jsonb(p.used_at) AS "usedAt"
        FROM billing.price p WHERE p.offer_id = ANY(${sql.param(offerIds)}::uuid[])
        ORDER BY array_position(ARRAY['month', 'year', 'once', 'instalments'], p.cycle), p.cycle_count, p.currency,
          p.sold_from_at DESC, p.id DESC`,
  );
  return found.map((price) => ({ ...price, standing: priceStanding(price, now) }));
}
