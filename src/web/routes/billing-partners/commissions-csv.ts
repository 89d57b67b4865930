import type { z } from "zod";
import type { CommissionPage } from "#modules/billing/contract/partners.ts";
import { pageContext } from "#web/context.ts";
import { allPages, type CsvColumn, csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/commissions-csv.ts";

type Page = z.output<typeof CommissionPage>;

const COLUMNS: readonly CsvColumn<Page["items"][number]>[] = [
  { header: "Invoice", value: (row) => row.invoiceNumber },
  { header: "Customer", value: (row) => row.buyerName },
  { header: "Currency", value: (row) => row.currency },
  { header: "Net of the invoice (minor units)", value: (row) => row.invoiceNetMinor },
  { header: "Rate (parts per million)", value: (row) => row.ratePpm },
  { header: "Fixed (minor units)", value: (row) => row.fixedMinor },
  { header: "Earned (minor units)", value: (row) => row.accruedMinor },
  { header: "Taken back (minor units)", value: (row) => row.clawedBackMinor },
  { header: "Stated (minor units)", value: (row) => row.statedMinor },
  { header: "Not stated (minor units)", value: (row) => row.openMinor },
  { header: "Payable from", value: (row) => row.payableOn },
];

/** Everything a partner earned. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const found = await allPages(async (cursor) => {
    const page = await call<Page>("billing.list_commissions", { ...params, cursor, limit: 200 });
    return { rows: page.items, next: page.nextCursor };
  });
  return csvResponse("commissions.csv", COLUMNS, found);
}
