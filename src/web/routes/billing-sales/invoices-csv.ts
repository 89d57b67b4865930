import type { z } from "zod";
import type { InvoicePage, InvoiceSummary } from "#modules/billing/contract/invoices.ts";
import { pageContext } from "#web/context.ts";
import { allPages, type CsvColumn, csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/invoices-csv.ts";
import { readInvoicesQuery } from "./invoices-query.ts";

const COLUMNS: readonly CsvColumn<z.output<typeof InvoiceSummary>>[] = [
  { header: "Number", value: (row) => row.fullNumber },
  { header: "Kind", value: (row) => (row.kind === "invoice" ? "Invoice" : "Credit note") },
  { header: "Customer", value: (row) => row.accountName },
  { header: "Issued", value: (row) => row.issuedOn },
  { header: "Due", value: (row) => row.dueOn },
  { header: "Standing", value: (row) => (row.isOverdue ? "overdue" : row.status) },
  { header: "Currency", value: (row) => row.currency },
  { header: "Net (minor units)", value: (row) => row.netMinor },
  { header: "Tax (minor units)", value: (row) => row.taxMinor },
  { header: "Total (minor units)", value: (row) => row.totalMinor },
  { header: "Open (minor units)", value: (row) => row.openMinor },
];

/** The list as the page's filters show it. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { filter } = readInvoicesQuery(request.url);
  const found = await allPages(async (cursor) => {
    const page = await call<z.output<typeof InvoicePage>>("billing.list_invoices", {
      ...filter,
      cursor,
      limit: 200,
    });
    return { rows: page.items, next: page.nextCursor };
  });
  return csvResponse("invoices.csv", COLUMNS, found);
}
