import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { CreatedProduct, CreateProduct } from "#modules/billing/contract/catalogue.ts";
import { ProductChanged } from "#modules/billing/events/catalogue.ts";

/** Adds a product, without any offer yet. Errors: `billing.key_taken`. */
export const createProduct = defineCommand({
  name: "billing.create_product",
  title: "Create a product",
  http: "POST /billing/products",
  access: "billing:catalogue",
  input: CreateProduct,
  output: CreatedProduct,
  run: async ({ tx, input, now, emit }) => {
    const { key, kind, name, description, taxCategory, position } = input;
    const productId = newId();
    const made = await firstRow(
      tx,
      sql`INSERT INTO billing.product (id, key, kind, name, description, tax_category, position, created_at)
          VALUES (${productId}, ${key}, ${kind}, ${name}, ${description}, ${taxCategory}, ${position}, ${now.toString()})
          ON CONFLICT (key) DO NOTHING RETURNING id`,
    );
    if (!made)
      throw refuse(
        "conflict",
        "billing.key_taken",
        `Another product has the key ${key}. Choose a different one.`,
      );
    await emit(ProductChanged, { productId, key, change: "created" });
    return { productId };
  },
});
