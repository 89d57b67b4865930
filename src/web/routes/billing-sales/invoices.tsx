import type { z } from "zod";
import type { InvoicePage, InvoiceSummary } from "#modules/billing/contract/invoices.ts";
import { pageContext } from "#web/context.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import type { Column, Filter } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Money } from "#web/ui/money.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Day } from "#web/ui/time.tsx";
import type { Route } from "./+types/invoices.ts";
import { readInvoicesQuery } from "./invoices-query.ts";
import { InvoiceState } from "./standing.tsx";

type Row = z.output<typeof InvoiceSummary>;

export const handle: RouteHandle = { crumb: "Invoices" };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { query, filter } = readInvoicesQuery(request.url);
  const page = await context.get(pageContext).call<z.output<typeof InvoicePage>>("billing.list_invoices", {
    ...filter,
    cursor: query.cursor ?? undefined,
  });
  return { query, ...page };
}

const columns: readonly Column<Row>[] = [
  {
    key: "number",
    header: "Number",
    cell: (row) => <NameLink to={`/console/billing/invoices/${row.id}`}>{row.fullNumber}</NameLink>,
  },
  {
    key: "account",
    header: "Customer",
    grow: true,
    cell: (row) => <span dir="auto">{row.accountName}</span>,
  },
  { key: "status", header: "Standing", cell: (row) => <InvoiceState invoice={row} /> },
  { key: "issued", header: "Issued", sortable: true, cell: (row) => <Day on={row.issuedOn} /> },
  { key: "due", header: "Due", sortable: true, hiddenOnPhone: true, cell: (row) => <Day on={row.dueOn} /> },
  {
    key: "total",
    header: "Total",
    align: "end",
    sortable: true,
    cell: (row) => (
      <Money minor={row.kind === "invoice" ? row.totalMinor : -row.totalMinor} currency={row.currency} />
    ),
  },
  {
    key: "open",
    header: "Open",
    align: "end",
    cell: (row) => <Money minor={row.openMinor || null} currency={row.currency} />,
  },
];

const filters: readonly Filter[] = [
  {
    name: "status",
    label: "Standing",
    options: [
      { value: "open", label: "Open" },
      { value: "overdue", label: "Overdue" },
      { value: "paid", label: "Paid" },
      { value: "void", label: "Void" },
      { value: "uncollectible", label: "Written off" },
    ],
  },
  {
    name: "kind",
    label: "Kind",
    options: [
      { value: "invoice", label: "Invoices" },
      { value: "credit_note", label: "Credit notes" },
    ],
  },
];

export default function Invoices({ loaderData: { query, items, nextCursor } }: Route.ComponentProps) {
  const maySend = usePermission("billing:sell");
  return (
    <>
      <PageHeader
        title="Invoices"
        lead="What you billed, what came in and what is still open."
        actions={
          maySend && (
            <LinkButton look="primary" icon="plus" to="/console/billing/invoices/new">
              Write an invoice
            </LinkButton>
          )
        }
      />
      <DataTable
        caption="Invoices and credit notes"
        columns={columns}
        rows={items}
        rowKey={(row) => row.id}
        query={query}
        search="Number, payment reference or customer"
        filters={filters}
        page={{ next: nextCursor }}
        noun={["invoice", "invoices"]}
        csv="/console/billing/invoices.csv"
        empty={
          <EmptyState title="No invoices yet" text="They are written by themselves when somebody orders." />
        }
      />
    </>
  );
}
