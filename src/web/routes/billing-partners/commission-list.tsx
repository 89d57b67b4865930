import type { z } from "zod";
import type { CommissionPage } from "#modules/billing/contract/partners.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import type { TableQuery } from "#web/table/table-query.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Money } from "#web/ui/money.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { Day } from "#web/ui/time.tsx";

type Page = z.output<typeof CommissionPage>;

const columns: readonly Column<Page["items"][number]>[] = [
  {
    key: "invoice",
    header: "Invoice",
    cell: (row) => <NameLink to={`/console/billing/invoices/${row.invoiceId}`}>{row.invoiceNumber}</NameLink>,
  },
  { key: "buyer", header: "Customer", grow: true, cell: (row) => <span dir="auto">{row.buyerName}</span> },
  {
    key: "net",
    header: "Without tax",
    align: "end",
    hiddenOnPhone: true,
    cell: (row) => <Money minor={row.invoiceNetMinor} currency={row.currency} />,
  },
  {
    key: "accrued",
    header: "Earned",
    align: "end",
    cell: (row) => <Money minor={row.accruedMinor} currency={row.currency} />,
  },
  {
    key: "clawed",
    header: "Taken back",
    align: "end",
    cell: (row) => <Money minor={row.clawedBackMinor || null} currency={row.currency} />,
  },
  {
    key: "open",
    header: "Not stated yet",
    align: "end",
    cell: (row) => <Money minor={row.openMinor || null} currency={row.currency} />,
  },
  { key: "payable", header: "Payable from", cell: (row) => <Day on={row.payableOn} /> },
];

/** What each invoice earned, latest first. */
export function CommissionList({
  page,
  query,
  partnerId,
}: {
  page: Page;
  query: TableQuery;
  partnerId: string;
}) {
  return (
    <DataTable
      caption="Earnings by invoice, latest first"
      columns={columns}
      rows={page.items}
      rowKey={(row) => row.id}
      query={query}
      prefix="earned"
      page={{ next: page.nextCursor }}
      noun={["invoice", "invoices"]}
      csv={`/console/billing/partners/${partnerId}/commissions.csv`}
      empty={<EmptyState title="Nothing earned yet" text="Earnings come with the first payment." />}
    />
  );
}
