import { sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { AccountFilter, PurchaseList } from "#modules/billing/contract/subscriptions.ts";
import { readPurchases } from "#modules/billing/queries/subscriptions/read-purchases.ts";

/** What one customer bought once, newest first. */
export const listPurchases = defineQuery({
  name: "billing.list_purchases",
  title: "List what a customer bought",
  http: "GET /billing/accounts/:accountId/purchases",
  access: "billing:read",
  input: AccountFilter,
  output: PurchaseList,
  run: async ({ db, input: { accountId } }) => ({
    items: await readPurchases(
      db,
      sql`WHERE u.account_id = ${accountId} ORDER BY u.created_at DESC, u.id DESC LIMIT 200`,
    ),
  }),
});
