import type { z } from "zod";
import type { Subscription, SubscriptionPage } from "#modules/billing/contract/subscriptions.ts";
import { pageContext } from "#web/context.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Column, Filter } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Money } from "#web/ui/money.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Day } from "#web/ui/time.tsx";
import type { Route } from "./+types/subscriptions.ts";
import { plannedWords } from "./planned.ts";
import { SubscriptionState, subscriptionStandings } from "./standing.tsx";
import { readSubscriptionsQuery } from "./subscriptions-query.ts";

type Row = z.output<typeof Subscription>;

export const handle: RouteHandle = { crumb: "Subscriptions" };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { query, filter } = readSubscriptionsQuery(request.url);
  const page = await context
    .get(pageContext)
    .call<z.output<typeof SubscriptionPage>>("billing.list_subscriptions", {
      ...filter,
      cursor: query.cursor ?? undefined,
    });
  return { query, ...page };
}

const columns: readonly Column<Row>[] = [
  {
    key: "account",
    header: "Customer",
    grow: true,
    cell: (row) => <NameLink to={`/console/billing/subscriptions/${row.id}`}>{row.accountName}</NameLink>,
  },
  {
    key: "plan",
    header: "Plan",
    cell: (row) => (row.quantity > 1 ? `${row.offer.name} × ${row.quantity}` : row.offer.name),
  },
  {
    key: "status",
    header: "Standing",
    cell: (row) => <SubscriptionState status={row.status} reason={plannedWords(row)} />,
  },
  {
    key: "amount",
    header: "Price",
    align: "end",
    cell: (row) => <Money minor={row.amountMinor} currency={row.currency} />,
  },
  { key: "cycle", header: "Every", cell: (row) => (row.cycle === "month" ? "Month" : "Year") },
  {
    key: "mrr",
    header: "MRR",
    align: "end",
    cell: (row) => <Money minor={row.mrrMinor} currency={row.currency} />,
  },
  {
    key: "period",
    header: "Period ends",
    cell: (row) => (row.periodEndsOn ? <Day on={row.periodEndsOn} /> : "Not begun"),
  },
];

const filters: readonly Filter[] = [{ name: "status", label: "Standing", options: subscriptionStandings }];

export default function Subscriptions({ loaderData: { query, items, nextCursor } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title="Subscriptions" lead="Who pays you regularly, for what, and until when it is paid." />
      <DataTable
        caption="Subscriptions, newest first"
        columns={columns}
        rows={items}
        rowKey={(row) => row.id}
        query={query}
        search="Customer or plan"
        filters={filters}
        page={{ next: nextCursor }}
        noun={["subscription", "subscriptions"]}
        csv="/console/billing/subscriptions.csv"
        empty={
          <EmptyState
            title="No subscriptions yet"
            text="They begin when somebody orders a plan with a monthly or yearly price and pays."
          />
        }
      />
    </>
  );
}
