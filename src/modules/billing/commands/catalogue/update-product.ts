import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { mergeGiven } from "#modules/billing/catalogue/merge-given.ts";
import { PUBLIC_OFFERS } from "#modules/billing/catalogue/public-offers-cache.ts";
import { Done, UpdateProduct } from "#modules/billing/contract/catalogue.ts";
import { ProductChanged } from "#modules/billing/events/catalogue.ts";
import { getProductRow } from "#modules/billing/queries/catalogue/get-rows.ts";

/** Describes a product anew. Its key and kind stay. Errors: `billing.product_unknown`. */
export const updateProduct = defineCommand({
  name: "billing.update_product",
  title: "Change how a product is described",
  http: "PATCH /billing/products/:productId",
  access: "billing:catalogue",
  input: UpdateProduct,
  output: Done,
  load: (tx, { productId }) => getProductRow(tx, productId, sql`FOR UPDATE`),
  run: async ({ tx, input, emit, cache }, product) => {
    const { name, description, taxCategory, position } = mergeGiven(product, input);
    await tx.execute(
      sql`UPDATE billing.product SET name = ${name}, description = ${description}, tax_category = ${taxCategory},
            position = ${position} WHERE id = ${product.id}`,
    );
    await cache.invalidate(tx, PUBLIC_OFFERS);
    await emit(ProductChanged, { productId: product.id, key: product.key, change: "updated" });
    return {};
  },
});
