import type { z } from "zod";
import type { AtRisk, AtRiskPage } from "#modules/academy/contract/coaching.ts";
import { pageContext } from "#web/context.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/at-risk.ts";
import { readAtRiskQuery } from "./at-risk-query.ts";
import { RISK } from "./risk-words.ts";

export const handle: RouteHandle = { crumb: "At risk" };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { query, filter } = readAtRiskQuery(request.url);
  const page = await context.get(pageContext).call<z.output<typeof AtRiskPage>>("academy.list_at_risk", {
    ...filter,
    cursor: query.cursor ?? undefined,
  });
  return { query, search: new URL(request.url).search, ...page };
}

const Student = ({ row }: { row: AtRisk }) => (
  <NameLink to={`/console/academy/students/${row.enrollmentId}`}>
    <span dir="auto">{row.name}</span>
  </NameLink>
);

const columns: readonly Column<AtRisk>[] = [
  { key: "student", header: "Student", grow: true, cell: (row) => <Student row={row} /> },
  { key: "course", header: "Course", cell: (row) => <span dir="auto">{row.courseTitle}</span> },
  {
    key: "reasons",
    header: "Why",
    grow: true,
    cell: (row) => row.reasons.map((reason) => RISK[reason]).join(", "),
  },
  { key: "began", header: "Since", cell: (row) => <Moment at={row.beganAt} ago /> },
  {
    key: "active",
    header: "Last seen",
    hiddenOnPhone: true,
    cell: (row) => (row.lastActiveAt ? <Moment at={row.lastActiveAt} ago /> : "Never"),
  },
  {
    key: "nudged",
    header: "Written to",
    hiddenOnPhone: true,
    cell: (row) => (row.nudgedAt ? <Moment at={row.nudgedAt} ago /> : "Not yet"),
  },
];

const filters = [
  {
    name: "reason",
    label: "Why",
    options: Object.entries(RISK).map(([value, label]) => ({ value, label })),
  },
];

export default function AtRiskList({ loaderData }: Route.ComponentProps) {
  const { query, items, nextCursor, search } = loaderData;
  return (
    <>
      <PageHeader
        title="Students at risk"
        lead="Who may not finish, and why. Each was or will be written to once; a word from a person helps more."
      />
      <DataTable
        caption="Students at risk"
        columns={columns}
        rows={items}
        rowKey={(row) => row.episodeId}
        query={query}
        search="Name or e-mail address"
        filters={filters}
        page={{ next: nextCursor }}
        noun={["student", "students"]}
        csv={`/console/academy/at-risk.csv${search}`}
        empty={
          <EmptyState
            icon="circle-check"
            title="Nobody is at risk"
            text="Students appear here within an hour when they stay away, fall behind or fail a quiz twice."
          />
        }
      />
    </>
  );
}
