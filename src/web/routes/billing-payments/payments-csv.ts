import type { z } from "zod";
import type { PaymentPage, PaymentSummary } from "#modules/billing/contract/payments.ts";
import { pageContext } from "#web/context.ts";
import { allPages, type CsvColumn, csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/payments-csv.ts";
import { readPaymentsQuery } from "./payments-query.ts";

const COLUMNS: readonly CsvColumn<z.output<typeof PaymentSummary>>[] = [
  { header: "Received", value: (row) => row.receivedAt },
  { header: "Customer", value: (row) => row.accountName },
  { header: "Way to pay", value: (row) => row.providerTitle },
  { header: "Reference", value: (row) => row.providerRef },
  { header: "Standing", value: (row) => row.status },
  { header: "Currency", value: (row) => row.currency },
  { header: "Amount (minor units)", value: (row) => row.amountMinor },
  { header: "Fee (minor units)", value: (row) => row.feeMinor },
  { header: "On invoices (minor units)", value: (row) => row.allocatedMinor },
  { header: "Became credit (minor units)", value: (row) => row.creditMinor },
  { header: "Refunded (minor units)", value: (row) => row.refundedMinor },
];

/** The list as the page's filters show it. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { filter } = readPaymentsQuery(request.url);
  const found = await allPages(async (cursor) => {
    const page = await call<z.output<typeof PaymentPage>>("billing.list_payments", {
      ...filter,
      cursor,
      limit: 200,
    });
    return { rows: page.items, next: page.nextCursor };
  });
  return csvResponse("payments.csv", COLUMNS, found);
}
