import { sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ListSubscriptions, SubscriptionPage } from "#modules/billing/contract/subscriptions.ts";
import { pageOf, readCursor } from "#modules/billing/queries/paging.ts";
import { readSubscriptions } from "#modules/billing/queries/subscriptions/to-subscription.ts";

/** Subscriptions, newest first. Errors: `billing.cursor_unknown`. */
export const listSubscriptions = defineQuery({
  name: "billing.list_subscriptions",
  title: "List subscriptions",
  http: "GET /billing/subscriptions",
  access: "billing:read",
  input: ListSubscriptions,
  output: SubscriptionPage,
  run: ({ db, input }) => {
    const { text, status, offerId, accountId, limit } = input;
    const place = readCursor(input.cursor, 2);
    return pageOf(
      readSubscriptions(
        db,
        sql`WHERE ${status ? sql`s.status = ${status}` : sql`true`}
              AND ${offerId ? sql`s.offer_id = ${offerId}` : sql`true`}
              AND ${accountId ? sql`s.account_id = ${accountId}` : sql`true`}
              AND ${text ? sql`position(lower(${text}) in lower(a.name || ' ' || o.name)) > 0` : sql`true`}
              AND ${place ? sql`(s.created_at, s.id) < (${place[0]}::timestamptz, ${place[1]}::uuid)` : sql`true`}
            ORDER BY s.created_at DESC, s.id DESC LIMIT ${limit + 1}`,
      ),
      limit,
      (row) => [row.createdAt, row.id],
    );
  },
});
