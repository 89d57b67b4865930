import type { z } from "zod";
import type { Subscription, SubscriptionPage } from "#modules/billing/contract/subscriptions.ts";
import { pageContext } from "#web/context.ts";
import { allPages, type CsvColumn, csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/subscriptions-csv.ts";
import { readSubscriptionsQuery } from "./subscriptions-query.ts";

const COLUMNS: readonly CsvColumn<z.output<typeof Subscription>>[] = [
  { header: "Customer", value: (row) => row.accountName },
  { header: "Plan", value: (row) => row.offer.name },
  { header: "Seats or quantity", value: (row) => row.quantity },
  { header: "Standing", value: (row) => row.status },
  { header: "Currency", value: (row) => row.currency },
  { header: "Price of a period (minor units)", value: (row) => row.amountMinor },
  { header: "MRR (minor units)", value: (row) => row.mrrMinor },
  { header: "Period from", value: (row) => row.periodStartsOn },
  { header: "Period until", value: (row) => row.periodEndsOn },
  { header: "Ends on", value: (row) => row.cancelOn },
  { header: "Started", value: (row) => row.startedAt },
  { header: "Ended", value: (row) => row.endedAt },
];

/** The list as the page's filters show it. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { filter } = readSubscriptionsQuery(request.url);
  const found = await allPages(async (cursor) => {
    const page = await call<z.output<typeof SubscriptionPage>>("billing.list_subscriptions", {
      ...filter,
      cursor,
      limit: 200,
    });
    return { rows: page.items, next: page.nextCursor };
  });
  return csvResponse("subscriptions.csv", COLUMNS, found);
}
