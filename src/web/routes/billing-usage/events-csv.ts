import type { z } from "zod";
import type { UsageEventPage } from "#modules/billing/contract/usage.ts";
import { pageContext } from "#web/context.ts";
import { allPages, type CsvColumn, csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/events-csv.ts";
import { readEventsQuery } from "./usage-query.ts";

type Page = z.output<typeof UsageEventPage>;

const COLUMNS: readonly CsvColumn<Page["items"][number]>[] = [
  { header: "Meter", value: (row) => row.meter },
  { header: "Event", value: (row) => row.eventKey },
  { header: "Quantity", value: (row) => row.quantity },
  { header: "Happened (UTC)", value: (row) => row.occurredAt },
  { header: "Told (UTC)", value: (row) => row.receivedAt },
  { header: "Period from", value: (row) => row.periodStartsOn },
  { header: "Late", value: (row) => (row.isLate ? "yes" : "no") },
];

/** The events of an account as the page's filters show them. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { filter } = readEventsQuery(request.url);
  const found = await allPages(async (cursor) => {
    const page = await call<Page>("billing.list_usage_events", {
      ...filter,
      accountId: params.accountId,
      cursor,
      limit: 200,
    });
    return { rows: page.items, next: page.nextCursor };
  });
  return csvResponse("usage-events.csv", COLUMNS, found);
}
