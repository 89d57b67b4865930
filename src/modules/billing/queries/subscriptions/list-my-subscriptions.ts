import { sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { MyAccountFilter, SubscriptionList } from "#modules/billing/contract/subscriptions.ts";
import { readSubscriptions } from "#modules/billing/queries/subscriptions/to-subscription.ts";

/** The subscriptions of the customer's own accounts, newest first. */
export const listMySubscriptions = defineQuery({
  name: "billing.list_my_subscriptions",
  title: "List my subscriptions",
  http: "GET /account/subscriptions",
  access: "customer",
  input: MyAccountFilter,
  output: SubscriptionList,
  run: async ({ db, input: { accountId } }) => ({
    items: await readSubscriptions(
      db,
      sql`WHERE ${accountId ? sql`s.account_id = ${accountId}` : sql`true`} ORDER BY s.created_at DESC, s.id DESC LIMIT 200`,
    ),
  }),
});
