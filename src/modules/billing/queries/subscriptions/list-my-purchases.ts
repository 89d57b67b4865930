import { sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { MyAccountFilter, PurchaseList } from "#modules/billing/contract/subscriptions.ts";
import { readPurchases } from "#modules/billing/queries/subscriptions/read-purchases.ts";

/** What the customer bought once, newest first. */
export const listMyPurchases = defineQuery({
  name: "billing.list_my_purchases",
  title: "List what I bought",
  http: "GET /account/purchases",
  access: "customer",
  input: MyAccountFilter,
  output: PurchaseList,
  run: async ({ db, input: { accountId } }) => ({
    items: await readPurchases(
      db,
      sql`WHERE ${accountId ? sql`u.account_id = ${accountId}` : sql`true`} ORDER BY u.created_at DESC, u.id DESC LIMIT 200`,
    ),
  }),
});
