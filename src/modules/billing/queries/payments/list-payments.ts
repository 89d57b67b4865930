import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ListPayments, PaymentPage } from "#modules/billing/contract/payments.ts";
import {
  PAYMENT_COLUMNS,
  type PaymentRow,
  toPaymentSummary,
} from "#modules/billing/queries/payments/payment-rows.ts";
import { pageOf, readCursor } from "#modules/billing/queries/paging.ts";

const SORTS = {
  received: { by: sql`p.received_at`, type: sql.raw("timestamptz") },
  amount: { by: sql`p.amount_minor`, type: sql.raw("bigint") },
};

/** By customer, provider's reference, or the number of an invoice it paid. */
const matches = (text: string) => sql`(position(lower(${text}) in lower(a.name || ' ' || p.provider_ref)) > 0
  OR EXISTS (SELECT FROM billing.allocation x JOIN billing.invoice i ON i.id = x.invoice_id
             WHERE x.payment_id = p.id AND position(upper(${text}) in i.full_number) > 0))`;

/** Money that came in, the latest first. Errors: `billing.cursor_unknown`. */
export const listPayments = defineQuery({
  name: "billing.list_payments",
  title: "List payments",
  http: "GET /billing/payments",
  access: "billing:read",
  input: ListPayments,
  output: PaymentPage,
  run: async ({ db, input }) => {
    const { by, type } = SORTS[input.sort];
    const place = readCursor(input.cursor, 2);
    const order = sql.raw(input.direction === "asc" ? "ASC" : "DESC");
    const after = sql.raw(input.direction === "asc" ? ">" : "<");
    const { items, nextCursor } = await pageOf(
      rows<PaymentRow>(
        db,
        sql`SELECT ${PAYMENT_COLUMNS}, ${by}::text AS place
            FROM billing.payment p JOIN people.account_name a ON a.id = p.account_id
            WHERE ${input.provider ? sql`p.provider = ${input.provider}` : sql`true`}
              AND ${input.accountId ? sql`p.account_id = ${input.accountId}` : sql`true`}
              AND ${input.text ? matches(input.text) : sql`true`}
              AND ${place ? sql`(${by}, p.id) ${after} (${place[0]}::${type}, ${place[1]}::uuid)` : sql`true`}
            ORDER BY ${by} ${order}, p.id ${order} LIMIT ${input.limit + 1}`,
      ),
      input.limit,
      (row) => [row.place, row.id],
    );
    return { items: items.map(toPaymentSummary), nextCursor };
  },
});
