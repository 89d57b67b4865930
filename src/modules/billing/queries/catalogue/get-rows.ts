import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { firstRow } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { OfferSummary, Product } from "#modules/billing/contract/catalogue.ts";
import { entitlementsOf } from "#modules/billing/queries/catalogue/price-row.ts";

export type ProductRow = z.output<typeof Product>;
export type OfferRow = Omit<z.output<typeof OfferSummary>, "prices"> & { productId: string };

/** Columns of `ProductRow`, of a table called d. */
export const PRODUCT = sql`d.id, d.key, d.kind, d.name, d.description, d.tax_category AS "taxCategory", d.position,
  to_jsonb(d.archived_at) AS "archivedAt"`;

/** Columns of `OfferRow`, of a table called o. */
export const OFFER = sql`o.id, o.product_id AS "productId", o.key, o.kind, o.name, o.description,
  to_jsonb(o.features) AS features, o.trial_days AS "trialDays", o.access_days AS "accessDays", o.position,
  o.is_public AS "isPublic", to_jsonb(o.archived_at) AS "archivedAt", ${entitlementsOf(sql`o.id`)} AS entitlements`;

/** A product; `lock` is what follows, such as `FOR UPDATE`. Errors: `billing.product_unknown`. */
export async function getProductRow(db: Db, productId: string, lock: SQL = sql``): Promise<ProductRow> {
  const row = await firstRow<ProductRow>(
    db,
    sql`SELECT ${PRODUCT} FROM billing.product d WHERE d.id = ${productId} ${lock}`,
  );
  if (!row) throw refuse("not_found", "billing.product_unknown", "There is no such product.");
  return row;
}

/** An offer; `lock` is what follows, such as `FOR UPDATE`. Errors: `billing.offer_unknown`. */
export async function getOfferRow(db: Db, offerId: string, lock: SQL = sql``): Promise<OfferRow> {
  const row = await firstRow<OfferRow>(
    db,
    sql`SELECT ${OFFER} FROM billing.offer o WHERE o.id = ${offerId} ${lock}`,
  );
  if (!row) throw refuse("not_found", "billing.offer_unknown", "There is no such offer.");
  return row;
}
