import type { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ListOrders, OrderPage, type OrderSummary } from "#modules/billing/contract/checkout.ts";
import { pageOf, readCursor } from "#modules/billing/queries/paging.ts";

type OrderDto = z.input<typeof OrderSummary>;

/** Orders, newest first. Errors: `billing.cursor_unknown`. */
export const listOrders = defineQuery({
  name: "billing.list_orders",
  title: "List orders",
  http: "GET /billing/orders",
  access: "billing:read",
  input: ListOrders,
  output: OrderPage,
  run: async ({ db, input }) => {
    const { text, status, accountId, limit } = input;
    const place = readCursor(input.cursor, 2);
    const { items, nextCursor } = await pageOf(
      rows<OrderDto & { place: string }>(
        db,
        sql`SELECT r.id, r.reference, r.account_id AS "accountId", a.name AS "accountName", o.name AS "offerName", r.quantity,
              r.currency, i.total_minor AS "totalMinor", r.status, r.provider, r.placed_at AS "placedAt",
              r.placed_at::text AS place
            FROM billing."order" r JOIN people.account_name a ON a.id = r.account_id
            JOIN billing.price p ON p.id = r.price_id JOIN billing.offer o ON o.id = p.offer_id
            LEFT JOIN billing.invoice i ON i.source_key = 'order:' || r.id
            WHERE ${status ? sql`r.status = ${status}` : sql`true`}
              AND ${accountId ? sql`r.account_id = ${accountId}` : sql`true`}
              AND ${text ? sql`position(lower(${text}) in lower(r.reference || ' ' || a.name || ' ' || o.name)) > 0` : sql`true`}
              AND ${place ? sql`(r.placed_at, r.id) < (${place[0]}::timestamptz, ${place[1]}::uuid)` : sql`true`}
            ORDER BY r.placed_at DESC, r.id DESC LIMIT ${limit + 1}`,
      ),
      limit,
      (row) => [row.place, row.id],
    );
    return {
      items: items.map(({ place: _place, ...order }) => ({
        ...order,
        placedAt: Temporal.Instant.from(order.placedAt).toString(),
      })),
      nextCursor,
    };
  },
});
