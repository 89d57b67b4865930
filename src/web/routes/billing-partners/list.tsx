import type { z } from "zod";
import type { CommissionSums, Partner, PartnerPage } from "#modules/billing/contract/partners.ts";
import { pageContext } from "#web/context.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import type { Column, Filter } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { readTableQuery } from "#web/table/table-query.ts";
import { LinkButton } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { Money } from "#web/ui/money.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { State } from "#web/ui/state.tsx";
import type { Route } from "./+types/list.ts";
import { useTermsWords } from "./terms-words.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = readTableQuery(request.url, { filters: ["standing"] });
  const { standing } = query.filters;
  const page = await context.get(pageContext).call<z.output<typeof PartnerPage>>("billing.list_partners", {
    text: query.q || undefined,
    isActive: standing === "active" ? true : standing === "off" ? false : undefined,
    cursor: query.cursor ?? undefined,
  });
  return { query, ...page };
}

function Terms({ partner }: { partner: Partner }) {
  return useTermsWords()(partner);
}

/** One amount for each currency, one under the other. */
function Amounts({ sums, of }: { sums: readonly CommissionSums[]; of: "accruedMinor" | "payableMinor" }) {
  if (sums.length === 0) return <span className="text-muted">–</span>;
  return sums.map((sum) => (
    <span key={sum.currency} className="block">
      <Money minor={sum[of]} currency={sum.currency} />
    </span>
  ));
}

const columns: readonly Column<Partner>[] = [
  {
    key: "name",
    header: "Partner",
    grow: true,
    cell: (row) => (
      <NameLink to={`/console/billing/partners/${row.id}`}>
        <span dir="auto">{row.name}</span>
      </NameLink>
    ),
  },
  { key: "code", header: "Code", cell: (row) => <span className="font-mono text-13">{row.code}</span> },
  { key: "terms", header: "Earns", cell: (row) => <Terms partner={row} /> },
  {
    key: "active",
    header: "Link",
    cell: (row) => (
      <State kind={row.isActive ? "met" : "closed"}>{row.isActive ? "Active" : "Switched off"}</State>
    ),
  },
  { key: "orders", header: "Orders", align: "end", cell: (row) => <Figure value={row.orders} /> },
  {
    key: "accrued",
    header: "Earned",
    align: "end",
    hiddenOnPhone: true,
    cell: (row) => <Amounts sums={row.sums} of="accruedMinor" />,
  },
  {
    key: "payable",
    header: "To pay now",
    align: "end",
    cell: (row) => <Amounts sums={row.sums} of="payableMinor" />,
  },
];

const filters: readonly Filter[] = [
  {
    name: "standing",
    label: "Link",
    options: [
      { value: "active", label: "Active" },
      { value: "off", label: "Switched off" },
    ],
  },
];

export default function Partners({ loaderData: { query, items, nextCursor } }: Route.ComponentProps) {
  const mayEdit = usePermission("billing:money");
  const add = mayEdit && (
    <LinkButton look="primary" icon="plus" to="/console/billing/partners/new">
      Add a partner
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title="Partners"
        lead="Who sends you customers by a link of their own, and what that earns them."
        actions={add}
      />
      <DataTable
        caption="Partners by name"
        columns={columns}
        rows={items}
        rowKey={(row) => row.id}
        query={query}
        search="Name, address or code"
        filters={filters}
        page={{ next: nextCursor }}
        noun={["partner", "partners"]}
        empty={
          <EmptyState
            title="No partners yet"
            text="A partner gets a link. Who orders by it earns them a part of what is paid."
          />
        }
      />
    </>
  );
}
