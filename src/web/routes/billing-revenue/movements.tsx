import type { z } from "zod";
import type { Movement, MovementPage } from "#modules/billing/contract/revenue.ts";
import { pageContext } from "#web/context.ts";
import { localDate } from "#web/format/local-date.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Column, Filter } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Money } from "#web/ui/money.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/movements.ts";
import { Signed } from "./month-waterfall.tsx";
import { readMovementsQuery } from "./movements-query.ts";
import { RevenueTabs } from "./revenue-tabs.tsx";
import { causeWords, KINDS, monthWords } from "./words.ts";

type Row = z.output<typeof Movement>;

export const handle: RouteHandle = { crumb: "Movements" };

const MONTHS = 24;

/** The last months as a choice, the latest first. */
function monthOptions(today: string, locale: string) {
  const now = Temporal.PlainDate.from(today).toPlainYearMonth();
  return Array.from({ length: MONTHS }, (_, index) => {
    const value = now.subtract({ months: index }).toString();
    return { value, label: monthWords(value, locale) };
  });
}

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, now, zone, viewer } = context.get(pageContext);
  const { query, filter } = readMovementsQuery(request.url);
  const page = await call<z.output<typeof MovementPage>>("billing.list_movements", {
    ...filter,
    cursor: query.cursor ?? undefined,
  });
  return { query, months: monthOptions(localDate(now, zone), viewer?.locale ?? "en-GB"), ...page };
}

const columns: readonly Column<Row>[] = [
  {
    key: "account",
    header: "Customer",
    grow: true,
    cell: ({ accountId, accountName }) => (
      <NameLink to={`/console/customers/${accountId}`}>{accountName}</NameLink>
    ),
  },
  { key: "at", header: "When", cell: ({ at }) => <Moment at={at} /> },
  { key: "kind", header: "Kind", cell: ({ kind }) => KINDS[kind] },
  {
    key: "cause",
    header: "Why",
    cell: (row) => (
      <TextLink to={`/console/billing/subscriptions/${row.subscriptionId}`}>{causeWords(row)}</TextLink>
    ),
  },
  {
    key: "amount",
    header: "Change a month",
    align: "end",
    cell: ({ amountMinor, currency }) => <Signed minor={amountMinor} currency={currency} />,
  },
  {
    key: "after",
    header: "Then",
    align: "end",
    hiddenOnPhone: true,
    cell: ({ afterMinor, currency }) => <Money minor={afterMinor} currency={currency} />,
  },
];

export default function Movements({
  loaderData: { query, months, items, nextCursor },
}: Route.ComponentProps) {
  const filters: readonly Filter[] = [
    {
      name: "kind",
      label: "Kind",
      options: Object.entries(KINDS).map(([value, label]) => ({ value, label })),
    },
    { name: "month", label: "Month", options: months },
    { name: "cohort", label: "Came in", options: months },
  ];
  return (
    <>
      <PageHeader
        title="Movements"
        lead="Every change of what a customer pays a month. Somebody who still pays for something has not churned."
      />
      <RevenueTabs />
      <DataTable
        caption="Movements of recurring revenue"
        columns={columns}
        rows={items}
        rowKey={(row) => `${row.accountId} ${row.at} ${row.currency}`}
        query={query}
        filters={filters}
        page={{ next: nextCursor }}
        noun={["movement", "movements"]}
        csv="/console/billing/revenue/movements.csv"
        empty={
          <EmptyState
            icon="chart-line"
            title="Nothing has moved yet"
            text="Movements appear with the first paid subscription."
          />
        }
      />
    </>
  );
}
