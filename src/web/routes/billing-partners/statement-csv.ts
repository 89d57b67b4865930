import type { z } from "zod";
import type { StatementDetail } from "#modules/billing/contract/partners.ts";
import { pageContext } from "#web/context.ts";
import { type CsvColumn, csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/statement-csv.ts";

type Detail = z.output<typeof StatementDetail>;

/** What a statement adds up. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const statement = await context.get(pageContext).call<Detail>("billing.get_commission_statement", params);
  const columns: readonly CsvColumn<Detail["lines"][number]>[] = [
    { header: "Invoice", value: (row) => row.invoiceNumber },
    { header: "Customer", value: (row) => row.buyerName },
    { header: "Issued", value: (row) => row.issuedOn },
    { header: "Currency", value: () => statement.currency },
    { header: "Amount (minor units)", value: (row) => row.amountMinor },
  ];
  return csvResponse(`statement-${statement.drawnOn}.csv`, columns, statement.lines);
}
