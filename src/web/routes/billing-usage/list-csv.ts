import type { z } from "zod";
import type { UsagePage } from "#modules/billing/contract/usage.ts";
import { pageContext } from "#web/context.ts";
import { allPages, type CsvColumn, csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/list-csv.ts";
import { readUsageQuery } from "./usage-query.ts";

type Page = z.output<typeof UsagePage>;

const COLUMNS: readonly CsvColumn<Page["items"][number]>[] = [
  { header: "Customer", value: (row) => row.accountName },
  { header: "Meter", value: (row) => row.meter },
  { header: "Used", value: (row) => row.used },
  { header: "Quota", value: (row) => row.limit },
  { header: "Period from", value: (row) => row.periodStartsOn },
  { header: "New quota on", value: (row) => row.periodEndsOn },
  { header: "Late events", value: (row) => row.lateEvents },
  { header: "Duplicates", value: (row) => row.duplicates },
];

/** The list as the page's filters show it. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { filter } = readUsageQuery(request.url);
  const found = await allPages(async (cursor) => {
    const page = await call<Page>("billing.list_usage", { ...filter, cursor, limit: 200 });
    return { rows: page.items, next: page.nextCursor };
  });
  return csvResponse("usage.csv", COLUMNS, found);
}
