import { pageContext } from "#web/context.ts";
import { countryName, countryOptions } from "#web/format/countries.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import type { Column, Filter } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/list.ts";
import { type Customer, type CustomerPage, readCustomersQuery } from "./list-query.ts";
import { StandingBadge } from "./standing-badge.tsx";
import { kinds, standings } from "./words.ts";

export const handle: RouteHandle = { notices: { merged: "The two are one customer now." } };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { query, input } = readCustomersQuery(request.url);
  const page = await context
    .get(pageContext)
    .call<CustomerPage>("people.list_accounts", { ...input, cursor: query.cursor ?? undefined });
  return {
    query,
    ...page,
    items: page.items.map(
      (row): Customer => ({ ...row, countryName: row.country && countryName(row.country) }),
    ),
    countries: countryOptions(),
    csv: `/console/customers.csv${new URL(request.url).search}`,
  };
}

const columns: readonly Column<Customer>[] = [
  {
    key: "name",
    header: "Customer",
    grow: true,
    sortable: true,
    cell: (row) => <NameLink to={`/console/customers/${row.accountId}`}>{row.name}</NameLink>,
  },
  {
    key: "email",
    header: "E-mail",
    grow: true,
    cell: (row) => row.email ?? <span className="text-muted">None</span>,
  },
  { key: "kind", header: "Kind", hiddenOnPhone: true, cell: (row) => kinds[row.kind] },
  {
    key: "country",
    header: "Country",
    cell: (row) => row.countryName ?? <span className="text-muted">Not set</span>,
  },
  { key: "standing", header: "Standing", cell: (row) => <StandingBadge standing={row.standing} /> },
  { key: "members", header: "Members", align: "end", hiddenOnPhone: true, cell: (row) => row.members },
  { key: "createdAt", header: "Opened", sortable: true, cell: (row) => <Moment at={row.createdAt} ago /> },
];

const filtersWith = (countries: Filter["options"]): readonly Filter[] => [
  {
    name: "standing",
    label: "Standing",
    options: Object.entries(standings).map(([value, { word }]) => ({ value, label: word })),
  },
  {
    name: "kind",
    label: "Kind",
    options: Object.entries(kinds).map(([value, label]) => ({ value, label })),
  },
  { name: "country", label: "Country", options: countries },
];

export default function Customers({ loaderData }: Route.ComponentProps) {
  const { query, items, nextCursor, total, csv, countries } = loaderData;
  const mayEdit = usePermission("people:edit");
  return (
    <>
      <PageHeader
        title="Customers"
        lead="Who bought, who is about to, and who left."
        actions={
          mayEdit && (
            <>
              <LinkButton icon="upload" to="/console/customers/imports">
                Import
              </LinkButton>
              <LinkButton look="primary" icon="plus" to="/console/customers/new">
                Add a customer
              </LinkButton>
            </>
          )
        }
      />
      <DataTable
        caption="Customers"
        columns={columns}
        rows={items}
        rowKey={(row) => row.accountId}
        query={query}
        search="Name, address or number"
        filters={filtersWith(countries)}
        page={{ next: nextCursor, total }}
        noun={["customer", "customers"]}
        csv={csv}
        empty={
          <EmptyState
            icon="users-round"
            title="No customers yet"
            text="They come by the checkout. You can also add one, or bring a file of them in."
          />
        }
      />
    </>
  );
}
