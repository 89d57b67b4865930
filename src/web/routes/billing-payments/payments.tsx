import type { z } from "zod";
import type { PaymentPage, PaymentSummary, ProviderList } from "#modules/billing/contract/payments.ts";
import { pageContext } from "#web/context.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Money } from "#web/ui/money.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import type { Route } from "./+types/payments.ts";
import { PaymentTabs } from "./payment-tabs.tsx";
import { readPaymentsQuery } from "./payments-query.ts";
import { Received } from "./received.tsx";
import { PaymentState } from "./standing.tsx";

type Row = z.output<typeof PaymentSummary>;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { query, filter } = readPaymentsQuery(request.url);
  const page = await call<z.output<typeof PaymentPage>>("billing.list_payments", {
    ...filter,
    cursor: query.cursor ?? undefined,
  });
  const { items: providers } = await call<z.output<typeof ProviderList>>(
    "billing.list_payment_providers",
    {},
  );
  return { query, ...page, providers: providers.map(({ key, title }) => ({ value: key, label: title })) };
}

const columns: readonly Column<Row>[] = [
  {
    key: "customer",
    header: "Customer",
    grow: true,
    cell: (row) => (
      <NameLink to={`/console/billing/payments/${row.id}`}>
        <span dir="auto">{row.accountName}</span>
      </NameLink>
    ),
  },
  { key: "received", header: "Received", sortable: true, cell: (row) => <Received payment={row} /> },
  { key: "provider", header: "Way to pay", cell: (row) => row.providerTitle },
  { key: "status", header: "Standing", cell: (row) => <PaymentState status={row.status} /> },
  {
    key: "credit",
    header: "Became credit",
    align: "end",
    hiddenOnPhone: true,
    cell: (row) => <Money minor={row.creditMinor || null} currency={row.currency} />,
  },
  {
    key: "amount",
    header: "Amount",
    align: "end",
    sortable: true,
    cell: (row) => <Money minor={row.amountMinor} currency={row.currency} />,
  },
];

export default function Payments({ loaderData }: Route.ComponentProps) {
  const { query, items, nextCursor, providers } = loaderData;
  const keepsMoney = usePermission("billing:money");
  return (
    <>
      <PageHeader
        title="Payments"
        lead="Money that came in, and what it paid for."
        actions={
          keepsMoney && (
            <LinkButton look="primary" icon="upload" to="/console/billing/payments/statements/new">
              Import a bank statement
            </LinkButton>
          )
        }
      />
      <PaymentTabs />
      <DataTable
        caption="Payments received"
        columns={columns}
        rows={items}
        rowKey={(row) => row.id}
        query={query}
        search="Customer, invoice or reference"
        filters={[{ name: "provider", label: "Way to pay", options: providers }]}
        page={{ next: nextCursor }}
        noun={["payment", "payments"]}
        csv="/console/billing/payments.csv"
        empty={
          <EmptyState
            title="No money yet"
            text="Payments appear here by themselves when a customer pays by card, or when you import a bank statement."
          />
        }
      />
    </>
  );
}
