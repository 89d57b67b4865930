import { localDate } from "#kernel/clock.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { InvoicePage, ListMyInvoices } from "#modules/billing/contract/invoices.ts";
import { billedAccounts, canSeeBills } from "#modules/billing/policy.ts";
import {
  SUMMARY_COLUMNS,
  type SummaryRow,
  toSummary,
} from "#modules/billing/queries/invoices/invoice-summary.ts";
import { pageOf, readCursor } from "#modules/billing/queries/paging.ts";

/** The customer's own invoices and credit notes, newest first. Errors: `billing.cursor_unknown`. */
export const listMyInvoices = defineQuery({
  name: "billing.list_my_invoices",
  title: "List my invoices",
  http: "GET /account/invoices",
  access: "customer",
  input: ListMyInvoices,
  output: InvoicePage,
  allow: (actor, _loaded, { accountId }) => canSeeBills(actor, accountId),
  run: async ({ db, now, company, input, actor }) => {
    const today = localDate(now, (await company()).zone).toString();
    const place = readCursor(input.cursor, 2);
    const { items, nextCursor } = await pageOf(
      rows<SummaryRow>(
        db,
        sql`SELECT ${SUMMARY_COLUMNS}, i.issued_at::text AS place
            FROM billing.invoice i JOIN people.account_name a ON a.id = i.account_id
            WHERE i.number IS NOT NULL AND i.account_id = ANY (${sql.param(billedAccounts(actor, input.accountId))}::uuid[])
              AND ${place ? sql`(i.issued_at, i.id) < (${place[0]}::timestamptz, ${place[1]}::uuid)` : sql`true`}
            ORDER BY i.issued_at DESC, i.id DESC LIMIT ${input.limit + 1}`,
      ),
      input.limit,
      (row) => [row.place, row.id],
    );
    return { items: items.map((row) => toSummary(row, today)), nextCursor };
  },
});
