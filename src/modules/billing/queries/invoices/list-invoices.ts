import { localDate } from "#kernel/clock.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { InvoicePage, ListInvoices } from "#modules/billing/contract/invoices.ts";
import {
  SUMMARY_COLUMNS,
  type SummaryRow,
  toSummary,
} from "#modules/billing/queries/invoices/invoice-summary.ts";
import { pageOf, readCursor } from "#modules/billing/queries/paging.ts";

const SORTS = {
  issued: { by: sql`i.issued_at`, type: sql.raw("timestamptz") },
  due: { by: sql`i.due_on`, type: sql.raw("date") },
  total: { by: sql`i.total_minor`, type: sql.raw("bigint") },
};

const matches = (text: string) => sql`(position(lower(${text}) in lower(i.full_number || ' ' || a.name)) > 0
  OR position(replace(upper(${text}), ' ', '') in coalesce(i.payment_reference, '')) > 0)`;

/** Invoices and credit notes that were issued. Errors: `billing.cursor_unknown`. */
export const listInvoices = defineQuery({
  name: "billing.list_invoices",
  title: "List invoices and credit notes",
  http: "GET /billing/invoices",
  access: "billing:read",
  input: ListInvoices,
  output: InvoicePage,
  run: async ({ db, now, company, input }) => {
    const today = localDate(now, (await company()).zone).toString();
    const { by, type } = SORTS[input.sort];
    const place = readCursor(input.cursor, 2);
    const order = sql.raw(input.direction === "asc" ? "ASC" : "DESC");
    const after = sql.raw(input.direction === "asc" ? ">" : "<");
    const status =
      input.status === "overdue"
        ? sql`i.status = 'open' AND i.kind = 'invoice' AND i.due_on < ${today}`
        : input.status === "open"
          ? sql`i.status = 'open' AND i.kind = 'invoice'`
          : input.status
            ? sql`i.status = ${input.status}`
            : sql`true`;
    const { items, nextCursor } = await pageOf(
      rows<SummaryRow>(
        db,
        sql`SELECT ${SUMMARY_COLUMNS}, ${by}::text AS place
            FROM billing.invoice i JOIN people.account_name a ON a.id = i.account_id
            WHERE i.number IS NOT NULL AND ${status}
              AND ${input.kind ? sql`i.kind = ${input.kind}` : sql`true`}
              AND ${input.accountId ? sql`i.account_id = ${input.accountId}` : sql`true`}
              AND ${input.text ? matches(input.text) : sql`true`}
              AND ${place ? sql`(${by}, i.id) ${after} (${place[0]}::${type}, ${place[1]}::uuid)` : sql`true`}
            ORDER BY ${by} ${order}, i.id ${order} LIMIT ${input.limit + 1}`,
      ),
      input.limit,
      (row) => [row.place, row.id],
    );
    return { items: items.map((row) => toSummary(row, today)), nextCursor };
  },
});
