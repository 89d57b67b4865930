import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { PUBLIC_OFFERS } from "#modules/billing/catalogue/public-offers-cache.ts";
import { Done, ProductRef } from "#modules/billing/contract/catalogue.ts";
import { ProductChanged } from "#modules/billing/events/catalogue.ts";
import { getProductRow } from "#modules/billing/queries/catalogue/get-rows.ts";

/** Takes a product and its offers off sale. Who bought keeps what was bought. Errors: `billing.product_unknown`. */
export const archiveProduct = defineCommand({
  name: "billing.archive_product",
  title: "Archive a product",
  http: "POST /billing/products/:productId/archival",
  access: "billing:catalogue",
  input: ProductRef,
  output: Done,
  load: (tx, { productId }) => getProductRow(tx, productId, sql`FOR UPDATE`),
  run: async ({ tx, now, emit, cache }, product) => {
    if (product.archivedAt !== null) return {};
    await tx.execute(
      sql`UPDATE billing.product SET archived_at = ${now.toString()} WHERE id = ${product.id}`,
    );
    await cache.invalidate(tx, PUBLIC_OFFERS);
    await emit(ProductChanged, { productId: product.id, key: product.key, change: "archived" });
    return {};
  },
});
