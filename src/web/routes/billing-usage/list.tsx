import type { z } from "zod";
import type { UsagePage } from "#modules/billing/contract/usage.ts";
import { pageContext } from "#web/context.ts";
import type { Column, Filter } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Day } from "#web/ui/time.tsx";
import type { Route } from "./+types/list.ts";
import { UsageState } from "./standing.tsx";
import { readUsageQuery } from "./usage-query.ts";

type Page = z.output<typeof UsagePage>;
type Row = Page["items"][number];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { query, filter } = readUsageQuery(request.url);
  const page = await context.get(pageContext).call<Page>("billing.list_usage", {
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
    cell: (row) => (
      <NameLink to={`/console/billing/usage/${row.accountId}`}>
        <span dir="auto">{row.accountName}</span>
      </NameLink>
    ),
  },
  { key: "meter", header: "What", cell: (row) => row.title },
  { key: "standing", header: "Standing", cell: (row) => <UsageState used={row.used} limit={row.limit} /> },
  { key: "used", header: "Used", align: "end", cell: (row) => <Figure value={row.used} /> },
  {
    key: "limit",
    header: "Quota",
    align: "end",
    cell: (row) =>
      row.limit === null ? <span className="text-muted">None</span> : <Figure value={row.limit} />,
  },
  {
    key: "resets",
    header: "New quota on",
    hiddenOnPhone: true,
    cell: (row) => <Day on={row.periodEndsOn} />,
  },
];

const filters: readonly Filter[] = [
  {
    name: "standing",
    label: "Standing",
    options: [
      { value: "near", label: "Nearly or all used up" },
      { value: "over", label: "Beyond the quota" },
    ],
  },
];

export default function UsageList({ loaderData: { query, items, nextCursor } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Usage"
        lead="What customers used in the period under way, the fullest quotas first."
      />
      <DataTable
        caption="Customers by how much of their quota they used"
        columns={columns}
        rows={items}
        rowKey={(row) => `${row.accountId} ${row.meter}`}
        query={query}
        search="Customer"
        filters={filters}
        page={{ next: nextCursor }}
        noun={["counter", "counters"]}
        csv="/console/billing/usage.csv"
        empty={
          <EmptyState
            title="Nothing used yet"
            text="Counters appear here as soon as a customer uses something a plan counts."
          />
        }
      />
    </>
  );
}
