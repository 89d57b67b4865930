import type { z } from "zod";
import type { OverviewCriterion } from "#modules/playbook/contract/overview.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Sparkline } from "#web/ui/chart/sparkline.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { State } from "#web/ui/state.tsx";
import { Day } from "#web/ui/time.tsx";
import { levelOf, toneOf, useOutlook, useQuantity, useTargetText } from "./target-words.tsx";

export type Criterion = z.output<typeof OverviewCriterion>;

const columns: Column<Criterion>[] = [
  {
    key: "text",
    header: "Criterion",
    grow: true,
    cell: (row) => <NameLink to={`/console/plan/scorecard/${row.nodeId}`}>{row.text}</NameLink>,
  },
  { key: "value", header: "Now", align: "end", cell: (row) => <Value row={row} /> },
  { key: "target", header: "Target", cell: (row) => <Target row={row} /> },
  { key: "series", header: "12 weeks and forecast", hiddenOnPhone: true, cell: (row) => <Line row={row} /> },
  { key: "state", header: "State", cell: (row) => <Standing row={row} /> },
  { key: "chance", header: "Chance", cell: (row) => <Chance row={row} /> },
];

/** The criteria of a gate as rows: value, target, line with forecast, state, chance. */
export function GateTable({ criteria }: { criteria: Criterion[] }) {
  return (
    <DataTable
      caption="Criteria of the gate"
      columns={columns}
      rows={criteria}
      rowKey={(row) => row.nodeId}
      noun={["criterion", "criteria"]}
      empty="This gate has no criteria with a number."
    />
  );
}

function Value({ row }: { row: Criterion }) {
  const quantity = useQuantity();
  if (row.value === null)
    return <span className="text-muted">{row.source === "none" ? "No source yet" : "Not known"}</span>;
  return (
    <span className="inline-flex items-center gap-2">
      {row.source === "reported" && <Badge>reported</Badge>}
      <span className="font-semibold tabular-nums">{quantity(row.value, row)}</span>
    </span>
  );
}

function Target({ row }: { row: Criterion }) {
  const text = useTargetText();
  return (
    <span className="text-muted">
      {text(row)}
      {row.dueOn && (
        <>
          {" by "}
          <Day on={row.dueOn} />
        </>
      )}
    </span>
  );
}

function Line({ row }: { row: Criterion }) {
  return (
    <Sparkline
      label={row.text}
      unit={row.unit === "%" ? "percent" : undefined}
      tone={toneOf(row.state)}
      points={row.series.points}
      forecast={row.series.band}
      target={levelOf(row)}
    />
  );
}

function Standing({ row }: { row: Criterion }) {
  if (row.state !== "met" && row.waiver?.valid) return <State kind="waived" reason={row.waiver.reason} />;
  return <State kind={row.state} />;
}

function Chance({ row }: { row: Criterion }) {
  const outlook = useOutlook();
  return <span className="text-muted">{outlook(row.state, row.series)}</span>;
}
