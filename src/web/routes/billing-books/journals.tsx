import type { z } from "zod";
import type { Journal, JournalPage } from "#modules/billing/contract/ledger.ts";
import { pageContext } from "#web/context.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Column, Filter } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Money } from "#web/ui/money.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Day } from "#web/ui/time.tsx";
import type { Route } from "./+types/journals.ts";
import { BooksTabs } from "./books-tabs.tsx";
import { ExportForm } from "./export-form.tsx";
import { readJournalsQuery } from "./journals-query.ts";
import { LEDGER_CHART, LEDGER_KINDS } from "./kinds.ts";
import { sideOf } from "./sides.ts";

type Row = z.output<typeof Journal>;

export const handle: RouteHandle = { crumb: "Journals" };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { query, filter, days } = readJournalsQuery(request.url);
  const page = await context.get(pageContext).call<z.output<typeof JournalPage>>("billing.list_journals", {
    ...filter,
    cursor: query.cursor ?? undefined,
  });
  return { query, days, ...page };
}

const names = (row: Row, side: "debit" | "credit") =>
  [...new Set(sideOf(row, side).map(({ name }) => name))].join(", ");

const columns: readonly Column<Row>[] = [
  {
    key: "text",
    header: "What happened",
    grow: true,
    cell: ({ id, text }) => <NameLink to={`/console/billing/books/journals/${id}`}>{text}</NameLink>,
  },
  { key: "on", header: "Day", cell: ({ on }) => <Day on={on} /> },
  {
    key: "customer",
    header: "Customer",
    grow: true,
    cell: ({ accountId, accountName }) =>
      accountId ? (
        <TextLink dir="auto" to={`/console/customers/${accountId}`}>
          {accountName ?? "A customer"}
        </TextLink>
      ) : (
        <span className="text-muted">–</span>
      ),
  },
  { key: "debit", header: "To", hiddenOnPhone: true, cell: (row) => names(row, "debit") },
  { key: "credit", header: "From", grow: true, hiddenOnPhone: true, cell: (row) => names(row, "credit") },
  { key: "amount", header: "Amount", align: "end", cell: (row) => <Amounts row={row} /> },
];

/** What the debits come to, in each currency. */
function Amounts({ row }: { row: Row }) {
  const sums = [...Map.groupBy(sideOf(row, "debit"), ({ currency }) => currency)];
  return (
    <span className="flex flex-col items-end">
      {sums.map(([currency, postings]) => (
        <Money
          key={currency}
          minor={postings.reduce((sum, { amountMinor }) => sum + amountMinor, 0)}
          currency={currency}
        />
      ))}
    </span>
  );
}

const filters: readonly Filter[] = [
  { name: "account", label: "Account", options: LEDGER_CHART },
  { name: "kind", label: "Kind", options: LEDGER_KINDS },
];

export default function Journals({ loaderData: { query, days, items, nextCursor } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Journals"
        lead="Each says what happened on a day and which accounts it moved, in sums that come to nothing."
      />
      <BooksTabs />
      <DataTable
        caption="Journals"
        columns={columns}
        rows={items}
        rowKey={({ id }) => id}
        query={query}
        search="Text, reference or customer"
        filters={filters}
        page={{ next: nextCursor }}
        csv="/console/billing/books/journals.csv"
        noun={["journal", "journals"]}
        compact
        empty={
          <EmptyState
            icon="receipt"
            title="Nothing is booked yet"
            text="The first invoice writes the first journal."
          />
        }
      />
      <ExportForm days={days} />
    </>
  );
}
