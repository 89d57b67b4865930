import { defineQuery } from "#kernel/operation/operation.ts";
import { Product, ProductRef } from "#modules/billing/contract/catalogue.ts";
import { getProductRow } from "#modules/billing/queries/catalogue/get-rows.ts";

/** One product. Errors: `billing.product_unknown`. */
export const getProduct = defineQuery({
  name: "billing.get_product",
  title: "Show a product",
  http: "GET /billing/products/:productId",
  access: "billing:read",
  input: ProductRef,
  output: Product,
  run: ({ db, input }) => getProductRow(db, input.productId),
});
