import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { PUBLIC_OFFERS } from "#modules/billing/catalogue/public-offers-cache.ts";
import { Done, ProductRef } from "#modules/billing/contract/catalogue.ts";
import { ProductChanged } from "#modules/billing/events/catalogue.ts";
import { getProductRow } from "#modules/billing/queries/catalogue/get-rows.ts";

/** Puts an archived product back, with the offers that were not archived themselves. Errors: `billing.product_unknown`. */
export const restoreProduct = defineCommand({
  name: "billing.restore_product",
  title: "Put an archived product back",
  http: "DELETE /billing/products/:productId/archival",
  access: "billing:catalogue",
  input: ProductRef,
  output: Done,
  load: (tx, { productId }) => getProductRow(tx, productId, sql`FOR UPDATE`),
  run: async ({ tx, emit, cache }, product) => {
    if (product.archivedAt === null) return {};
    await tx.execute(sql`UPDATE billing.product SET archived_at = NULL WHERE id = ${product.id}`);
    await cache.invalidate(tx, PUBLIC_OFFERS);
    await emit(ProductChanged, { productId: product.id, key: product.key, change: "restored" });
    return {};
  },
});
