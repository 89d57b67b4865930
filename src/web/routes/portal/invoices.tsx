import type { z } from "zod";
import type { InvoicePage, InvoiceSummary } from "#modules/billing/contract/invoices.ts";
import { pageContext } from "#web/context.ts";
import { InvoiceState } from "#web/routes/billing-sales/standing.tsx";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { readTableQuery } from "#web/table/table-query.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Money } from "#web/ui/money.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Day } from "#web/ui/time.tsx";
import type { Route } from "./+types/invoices.ts";
import { needAccount, portalContext } from "./portal-context.ts";
import { usePortal } from "./use-portal.ts";

type Invoice = z.output<typeof InvoiceSummary>;

export const handle: RouteHandle = { crumb: "Invoices" };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { accountId } = needAccount(context.get(portalContext));
  const query = readTableQuery(request.url);
  const page = await context.get(pageContext).call<z.output<typeof InvoicePage>>("billing.list_my_invoices", {
    accountId,
    cursor: query.cursor ?? undefined,
  });
  return { query, ...page };
}

const columns: readonly Column<Invoice>[] = [
  { key: "number", header: "Number", grow: true, cell: (invoice) => <Number invoice={invoice} /> },
  { key: "issued", header: "Issued", cell: ({ issuedOn }) => <Day on={issuedOn} /> },
  { key: "state", header: "State", cell: (invoice) => <InvoiceState invoice={invoice} /> },
  {
    key: "total",
    header: "Total",
    align: "end",
    cell: ({ kind, totalMinor, currency }) => (
      <Money minor={kind === "credit_note" ? -totalMinor : totalMinor} currency={currency} />
    ),
  },
  { key: "pdf", header: "Document", align: "end", cell: (invoice) => <Pdf invoice={invoice} /> },
];

function Number({ invoice }: { invoice: Invoice }) {
  const { path } = usePortal();
  return <NameLink to={path(`/account/invoices/${invoice.id}`)}>{invoice.fullNumber}</NameLink>;
}

const Pdf = ({ invoice: { id, fullNumber } }: { invoice: Invoice }) => (
  <TextLink to={`/account/invoices/${id}/pdf`} reloadDocument>
    PDF<span className="sr-only"> of {fullNumber}</span>
  </TextLink>
);

export default function Invoices({ loaderData: { query, items, nextCursor } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title="Invoices" lead="What was invoiced and given back, the newest first." />
      <DataTable
        caption="Invoices"
        columns={columns}
        rows={items}
        rowKey={({ id }) => id}
        query={query}
        page={{ next: nextCursor }}
        noun={["invoice", "invoices"]}
        empty={
          <EmptyState
            icon="receipt"
            title="No invoices yet"
            text="They stand here from the first order on."
          />
        }
      />
    </>
  );
}
