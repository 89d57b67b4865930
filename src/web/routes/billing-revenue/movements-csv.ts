import type { z } from "zod";
import type { Movement, MovementPage } from "#modules/billing/contract/revenue.ts";
import { pageContext } from "#web/context.ts";
import { allPages, type CsvColumn, csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/movements-csv.ts";
import { readMovementsQuery } from "./movements-query.ts";
import { causeWords, inMajor, KINDS } from "./words.ts";

const COLUMNS: readonly CsvColumn<z.output<typeof Movement>>[] = [
  { header: "Customer", value: (row) => row.accountName },
  { header: "When", value: (row) => row.at },
  { header: "Kind", value: (row) => KINDS[row.kind] },
  { header: "Why", value: causeWords },
  { header: "Currency", value: (row) => row.currency },
  { header: "Change a month", value: (row) => inMajor(row.amountMinor, row.currency) },
  { header: "Before", value: (row) => inMajor(row.beforeMinor, row.currency) },
  { header: "Then", value: (row) => inMajor(row.afterMinor, row.currency) },
];

/** The list as the page's filters show it. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { filter } = readMovementsQuery(request.url);
  const found = await allPages(async (cursor) => {
    const page = await call<z.output<typeof MovementPage>>("billing.list_movements", {
      ...filter,
      cursor,
      limit: 500,
    });
    return { rows: page.items, next: page.nextCursor };
  });
  return csvResponse("revenue-movements.csv", COLUMNS, found);
}
