import type { z } from "zod";
import type { ReferralPage } from "#modules/billing/contract/partners.ts";
import { OrderState } from "#web/routes/billing-sales/standing.tsx";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import type { TableQuery } from "#web/table/table-query.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { State } from "#web/ui/state.tsx";
import { Moment } from "#web/ui/time.tsx";

type Page = z.output<typeof ReferralPage>;

const REFUSED = {
  same_account: "The partner’s own account",
  same_person: "The same person",
  same_email: "The same e-mail address",
  same_tax_id: "The same tax id",
} as const;

const columns: readonly Column<Page["items"][number]>[] = [
  {
    key: "buyer",
    header: "Customer",
    grow: true,
    cell: (row) => (
      <NameLink to={`/console/customers/${row.buyerAccountId}`}>
        <span dir="auto">{row.buyerName}</span>
      </NameLink>
    ),
  },
  {
    key: "reference",
    header: "Order",
    cell: (row) => <span className="font-mono text-13">{row.orderReference}</span>,
  },
  { key: "status", header: "Standing", cell: (row) => <OrderState status={row.status} /> },
  {
    key: "counts",
    header: "Counts",
    cell: (row) =>
      row.refused ? (
        <State kind="missed" reason={REFUSED[row.refused]}>
          No
        </State>
      ) : (
        <State kind="met">Yes</State>
      ),
  },
  {
    key: "touched",
    header: "Link followed",
    hiddenOnPhone: true,
    cell: (row) => <Moment at={row.touchedAt} />,
  },
  { key: "placed", header: "Placed", cell: (row) => <Moment at={row.placedAt} ago /> },
];

/** Orders by a partner's link, latest first; those that do not count with the reason. */
export function ReferralList({ page, query }: { page: Page; query: TableQuery }) {
  return (
    <DataTable
      caption="Orders they brought, latest first"
      columns={columns}
      rows={page.items}
      rowKey={(row) => row.orderId}
      query={query}
      prefix="brought"
      page={{ next: page.nextCursor }}
      noun={["order", "orders"]}
      empty={
        <EmptyState title="No orders yet" text="They appear here as soon as somebody orders by the link." />
      }
    />
  );
}
