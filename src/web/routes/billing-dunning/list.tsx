import type { z } from "zod";
import type { DunningPage, DunningView } from "#modules/billing/contract/dunning.ts";
import { pageContext } from "#web/context.ts";
import { countOf } from "#web/format/plural.ts";
import { useFormat } from "#web/format/use-format.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { Money } from "#web/ui/money.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { Day } from "#web/ui/time.tsx";
import type { Route } from "./+types/list.ts";
import { readDunningQuery } from "./dunning-query.ts";
import { DunningState, NextLook } from "./standing.tsx";

type Page = z.output<typeof DunningPage>;

const MOST_FACTS = 4;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { query, filter } = readDunningQuery(request.url);
  const page = await context.get(pageContext).call<Page>("billing.list_dunning", {
    ...filter,
    cursor: query.cursor ?? undefined,
  });
  return { query, state: filter.state, ...page };
}

const columns: readonly Column<DunningView>[] = [
  {
    key: "invoice",
    header: "Invoice",
    cell: (row) => <NameLink to={`/console/billing/dunning/${row.invoiceId}`}>{row.fullNumber}</NameLink>,
  },
  {
    key: "customer",
    header: "Customer",
    grow: true,
    cell: (row) => <span dir="auto">{row.accountName}</span>,
  },
  { key: "standing", header: "Standing", cell: (row) => <DunningState row={row} /> },
  {
    key: "open",
    header: "Open",
    align: "end",
    cell: (row) => <Money minor={row.openMinor} currency={row.currency} />,
  },
  { key: "due", header: "Was due", cell: (row) => <Day on={row.dueOn} /> },
  {
    key: "late",
    header: "Late",
    align: "end",
    hiddenOnPhone: true,
    cell: (row) => countOf(row.daysLate, "day"),
  },
  { key: "next", header: "Next step", hiddenOnPhone: true, cell: (row) => <NextLook row={row} /> },
];

const views = [
  { label: "Under way", to: "/console/billing/dunning" },
  { label: "Access held back", to: "/console/billing/dunning?state=suspended" },
  { label: "Ended", to: "/console/billing/dunning?state=ended" },
];

function Totals({ totals }: Pick<Page, "totals">) {
  const { money } = useFormat();
  if (totals.length === 0) return null;
  return (
    <div className="mb-6">
      <Facts
        facts={totals.slice(0, MOST_FACTS).map(({ currency, openMinor, invoices }) => ({
          label: `Late in ${currency}`,
          value: money(BigInt(openMinor), currency),
          note: countOf(invoices, "invoice"),
        }))}
      />
    </div>
  );
}

export default function DunningQueue({ loaderData }: Route.ComponentProps) {
  const { query, state, items, nextCursor, totals } = loaderData;
  const schedule = <LinkButton to="/console/billing/dunning/schedule">Schedule of reminders</LinkButton>;
  return (
    <>
      <PageHeader
        title="Late payments"
        lead="Invoices whose due day is over. Reminders go out by themselves and stop the moment money arrives."
        actions={schedule}
      />
      <Totals totals={totals} />
      <Tabs label="Which invoices" tabs={views} />
      <DataTable
        caption="Late invoices"
        columns={columns}
        rows={items}
        rowKey={(row) => row.invoiceId}
        query={query}
        search="Invoice or customer"
        page={{ next: nextCursor }}
        noun={["invoice", "invoices"]}
        csv={`/console/billing/dunning.csv${state ? `?state=${state}` : ""}`}
        empty={
          <EmptyState
            icon="circle-check"
            title="Nobody is late"
            text="An invoice appears here the day after it was due."
          />
        }
      />
    </>
  );
}
