import type { z } from "zod";
import type { TargetList } from "#modules/playbook/contract/scorecard.ts";
import { pageContext } from "#web/context.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { readTableQuery } from "#web/table/table-query.ts";
import { Badge } from "#web/ui/badge.tsx";
import { Sparkline } from "#web/ui/chart/sparkline.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { State } from "#web/ui/state.tsx";
import { Day } from "#web/ui/time.tsx";
import type { Route } from "./+types/scorecard.ts";
import { levelOf, toneOf, useOutlook, useQuantity, useTargetText } from "./target-words.tsx";

type List = z.output<typeof TargetList>;
type Row = List["targets"][number];

export const handle = { crumb: "Scorecard", notices: { reported: "The value is kept and judged." } };
export const meta: Route.MetaFunction = () => [{ title: "Scorecard" }];

const STATES = [
  { value: "met", label: "Met" },
  { value: "on_track", label: "On track" },
  { value: "at_risk", label: "At risk" },
  { value: "missed", label: "Missed" },
  { value: "not_started", label: "Not started" },
  { value: "unknown", label: "Unknown" },
];

/** What the list's address asks, as the operation takes it. */
export function scorecardInput(url: string) {
  const query = readTableQuery(url, { filters: ["state"] });
  return {
    query,
    input: { search: query.q || undefined, state: query.filters.state, cursor: query.cursor ?? undefined },
  };
}

export async function loader({ context, request }: Route.LoaderArgs) {
  const { query, input } = scorecardInput(request.url);
  const list = await context.get(pageContext).call<List>("playbook.list_targets", input);
  return { query, list };
}

const columns: Column<Row>[] = [
  { key: "label", header: "Number to reach", grow: true, cell: (row) => <Name row={row} /> },
  { key: "value", header: "Now", align: "end", cell: (row) => <Value row={row} /> },
  { key: "target", header: "Target", cell: (row) => <Target row={row} /> },
  { key: "series", header: "12 weeks and forecast", hiddenOnPhone: true, cell: (row) => <Line row={row} /> },
  { key: "state", header: "State", cell: (row) => <State kind={row.state} /> },
  { key: "chance", header: "Chance", cell: (row) => <Chance row={row} /> },
];

export default function Scorecard({ loaderData }: Route.ComponentProps) {
  const { list, query } = loaderData;
  const met = list.byState.met ?? 0;
  const all = Object.values(list.byState).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <PageHeader
        title="Scorecard"
        lead={`${met} of ${all} numbers are reached. Each opens the values it comes from.`}
      />
      <DataTable
        caption="Numbers to reach"
        columns={columns}
        rows={list.targets}
        rowKey={(row) => row.nodeId}
        query={query}
        search="Search numbers"
        filters={[{ name: "state", label: "State", options: STATES }]}
        page={{ next: list.nextCursor, total: list.total }}
        noun={["number", "numbers"]}
        csv="/console/plan/scorecard.csv"
        empty="No number fits. Change the search or the filter."
      />
    </>
  );
}

function Name({ row }: { row: Row }) {
  return (
    <>
      <NameLink to={`/console/plan/scorecard/${row.nodeId}`}>{row.label}</NameLink>
      <p className="text-13 text-muted">{row.reason}</p>
    </>
  );
}

function Value({ row }: { row: Row }) {
  const quantity = useQuantity();
  if (row.value === null)
    return (
      <span className="text-muted">
        {row.metric === null ? "No metric" : row.source === "none" ? "No source yet" : "Not known"}
      </span>
    );
  return (
    <span className="inline-flex items-center gap-2">
      {row.source === "reported" && <Badge>reported</Badge>}
      <span className="font-semibold tabular-nums">{quantity(row.value, row)}</span>
    </span>
  );
}

function Target({ row }: { row: Row }) {
  const text = useTargetText();
  return (
    <span className="text-muted">
      {text(row)}
      {row.due && (
        <>
          {" by "}
          <Day on={row.due} />
        </>
      )}
    </span>
  );
}

const Line = ({ row }: { row: Row }) => (
  <Sparkline
    label={row.label}
    unit={row.unit === "%" ? "percent" : undefined}
    tone={toneOf(row.state)}
    points={row.series.points}
    forecast={row.series.band}
    target={levelOf(row)}
  />
);

function Chance({ row }: { row: Row }) {
  const outlook = useOutlook();
  return <span className="text-muted">{outlook(row.state, row.series)}</span>;
}
