import type { z } from "zod";
import type { StatementPage, StatementSummary } from "#modules/billing/contract/bank-statements.ts";
import { pageContext } from "#web/context.ts";
import { countOf } from "#web/format/plural.ts";
import { useFormat } from "#web/format/use-format.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { readTableQuery } from "#web/table/table-query.ts";
import { LinkButton } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/statements.ts";
import { PaymentTabs } from "./payment-tabs.tsx";

type Row = z.output<typeof StatementSummary>;

export const handle: RouteHandle = { crumb: "Bank statements" };

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = readTableQuery(request.url);
  const page = await context
    .get(pageContext)
    .call<z.output<typeof StatementPage>>("billing.list_statements", {
      cursor: query.cursor ?? undefined,
    });
  return { query, ...page };
}

function Days({ row }: { row: Row }) {
  const { dateRange, nearDate } = useFormat();
  return <>{row.fromOn === row.toOn ? nearDate(row.fromOn) : dateRange(row.fromOn, row.toOn)}</>;
}

const columns: readonly Column<Row>[] = [
  {
    key: "file",
    header: "File",
    grow: true,
    cell: (row) => (
      <NameLink to={`/console/billing/payments/to-match?statement=${row.id}`}>
        <span dir="auto" className="wrap-anywhere">
          {row.fileName}
        </span>
      </NameLink>
    ),
  },
  { key: "days", header: "Days", cell: (row) => <Days row={row} /> },
  {
    key: "account",
    header: "Account",
    hiddenOnPhone: true,
    cell: (row) =>
      row.bankAccount === "-" ? (
        <span className="text-muted">Not said</span>
      ) : (
        <span className="font-mono text-13">{row.bankAccount}</span>
      ),
  },
  { key: "new", header: "New lines", align: "end", cell: (row) => `${row.newCount} of ${row.lineCount}` },
  {
    key: "open",
    header: "To match",
    align: "end",
    cell: (row) =>
      row.openCount > 0 ? countOf(row.openCount, "line") : <span className="text-muted">None</span>,
  },
  { key: "at", header: "Imported", cell: (row) => <Moment at={row.importedAt} ago /> },
];

export default function Statements({ loaderData: { query, items, nextCursor } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Bank statements"
        lead="Files of your bank. Each movement counts once, whichever files tell of it."
        actions={
          <LinkButton look="primary" icon="upload" to="/console/billing/payments/statements/new">
            Import a bank statement
          </LinkButton>
        }
      />
      <PaymentTabs />
      <DataTable
        caption="Imported bank statements"
        columns={columns}
        rows={items}
        rowKey={(row) => row.id}
        query={query}
        page={{ next: nextCursor }}
        noun={["statement", "statements"]}
        empty={
          <EmptyState
            title="No statements yet"
            text="Fetch a file from your bank, as CAMT.053 or CSV, and import it here."
          />
        }
      />
    </>
  );
}
