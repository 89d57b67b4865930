import type { z } from "zod";
import type { StatementPage } from "#modules/academy/contract/lrs.ts";
import { pageContext } from "#web/context.ts";
import { findProblem } from "#web/problem.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/statements.ts";
import { readStatementQuery } from "./read-statement-query.ts";
import { RecordTabs } from "./record-tabs.tsx";
import { StatementFilters } from "./statement-filters.tsx";
import { StatementJson } from "./statement-json.tsx";

type Page = z.output<typeof StatementPage>;
type Row = Page["items"][number];

const NOTHING: Page = { items: [], nextCursor: null };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, viewer, zone } = context.get(pageContext);
  const { query, filter, faults } = readStatementQuery(request.url, viewer?.zone ?? zone);
  if (Object.keys(faults).length > 0) return { query, faults, ...NOTHING };
  const input = { ...filter, cursor: query.cursor ?? undefined };
  try {
    return { query, faults, ...(await call<Page>("academy.browse_statements", input)) };
  } catch (thrown) {
    // What cannot be meant is said at its field; everything else is for the error page.
    const issues = findProblem(thrown)?.issues.filter(({ path }) => Object.hasOwn(query.filters, path)) ?? [];
    if (issues.length === 0) throw thrown;
    return {
      query,
      faults: Object.fromEntries(issues.map(({ path, message }) => [path, message])),
      ...NOTHING,
    };
  }
}

const columns: readonly Column<Row>[] = [
  { key: "actor", header: "Who", cell: (row) => <span dir="auto">{row.actor}</span> },
  { key: "verb", header: "Did", cell: (row) => <span dir="auto">{row.verb}</span> },
  {
    key: "object",
    header: "What",
    grow: true,
    cell: (row) => (
      <Disclosure summary={<span dir="auto">{row.object}</span>}>
        <StatementJson json={row.json} />
      </Disclosure>
    ),
  },
  {
    key: "score",
    header: "Score",
    align: "end",
    cell: (row) =>
      row.score === null ? (
        <span className="text-muted">None</span>
      ) : (
        <Figure value={row.score} unit="ratio" />
      ),
  },
  { key: "stored", header: "Stored", cell: (row) => <Moment at={row.storedAt} /> },
];

export default function Statements({ loaderData }: Route.ComponentProps) {
  const { query, faults, items, nextCursor } = loaderData;
  const csv = new URLSearchParams(query.filters).toString();
  return (
    <>
      <PageHeader
        title="Learning records"
        lead="What learners did, as courses and other programs told it in xAPI, the newest first."
      />
      <RecordTabs />
      <StatementFilters filters={query.filters} faults={faults} />
      <DataTable
        caption="Statements, the newest first"
        columns={columns}
        rows={items}
        rowKey={(row) => row.statementId}
        query={query}
        page={{ next: nextCursor }}
        noun={["statement", "statements"]}
        csv={`/console/academy/records.csv${csv && `?${csv}`}`}
        empty={
          <EmptyState
            icon="scroll-text"
            title="No records yet"
            text="Statements appear here as soon as a course package or a program of yours sends them."
          />
        }
      />
    </>
  );
}
