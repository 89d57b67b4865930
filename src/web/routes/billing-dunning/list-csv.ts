import type { z } from "zod";
import type { DunningPage, DunningView } from "#modules/billing/contract/dunning.ts";
import { pageContext } from "#web/context.ts";
import { allPages, type CsvColumn, csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/list-csv.ts";
import { readDunningQuery } from "./dunning-query.ts";

const COLUMNS: readonly CsvColumn<DunningView>[] = [
  { header: "invoice", value: (row) => row.fullNumber },
  { header: "customer", value: (row) => row.accountName },
  { header: "currency", value: (row) => row.currency },
  { header: "open_minor", value: (row) => row.openMinor },
  { header: "due_on", value: (row) => row.dueOn },
  { header: "days_late", value: (row) => row.daysLate },
  { header: "reminders", value: (row) => row.step },
  { header: "next_at", value: (row) => row.nextAt },
  { header: "held_until_on", value: (row) => row.heldUntilOn },
  { header: "suspended_at", value: (row) => row.suspendedAt },
  { header: "outcome", value: (row) => row.outcome },
  { header: "note", value: (row) => row.note },
];

/** The queue as the page's search and filter show it. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { filter } = readDunningQuery(request.url);
  const found = await allPages(async (cursor) => {
    const page = await call<z.output<typeof DunningPage>>("billing.list_dunning", {
      ...filter,
      cursor,
      limit: 200,
    });
    return { rows: page.items, next: page.nextCursor };
  });
  return csvResponse("late-payments.csv", COLUMNS, found);
}
