import type { TableRow } from "../markdown/blocks.ts";
import { plainText } from "../markdown/inline.ts";
import type { LineRange, PlanNode } from "../types.ts";
import {
  type Column,
  cellOf,
  columnNames,
  columnsOf,
  type Table,
  type TableContext,
  type TableReading,
} from "./columns.ts";
import { type Draft, markStructure, skip } from "./draft.ts";
import { addItemNode, parentFor, sinkFor, takeItems } from "./items.ts";
import { phaseColumns, takeMetrics } from "./metric-tables.ts";
import { takePhaseTable } from "./phase-tables.ts";
import { takeRisks } from "./risk-tables.ts";
import { takeAttributes } from "./row-attributes.ts";

/** Turns the rows of a table into nodes, by what its columns are called. */
export function takeTable(draft: Draft, table: Table, context: TableContext): void {
  const { place } = context;
  const ofWholePlan = place.area === "plan" && !place.phase && !place.period && !place.work;
  if (ofWholePlan) draft.laterTables.push(() => readTable(draft, table, context));
  else readTable(draft, table, context);
}

function readTable(draft: Draft, table: Table, context: TableContext): void {
  const columns = columnsOf(table.header);
  const reader = readerFor(columns, table, context);
  if (!reader) {
    skip(draft, table.lines, "the columns of this table are not ones a plan has");
    return;
  }
  markStructure(draft, [table.lines[0], table.lines[0] + 1], "table");
  reportLeftOut(draft, table, reader);
  const rows = table.rows.filter((row) => {
    const why = /^\W*totals?\W*$/i.test(row.cells[0] ?? "")
      ? "the row only adds up the others"
      : "the row is empty";
    const left = why.includes("adds") || row.cells.every((cell) => cell === "");
    if (left) skip(draft, [row.line, row.line], why);
    return !left;
  });
  reader.read(draft, { table, columns, rows, context });
}

function reportLeftOut(draft: Draft, table: Table, { uses }: Reader): void {
  const left = columnNames(table, (column, index) => !uses(column, index));
  if (left.length === 0) return;
  const named = left.map((name) => `“${name}”`).join(", ");
  const head = table.lines[0];
  skip(
    draft,
    [head, head],
    `the column${left.length > 1 ? "s" : ""} ${named} of this table ${left.length > 1 ? "are" : "is"} not kept`,
  );
}

interface Reader {
  read: (draft: Draft, reading: TableReading) => void;
  /** Whether a column becomes part of the plan. */
  uses: (column: Column, index: number) => boolean;
}

const ABOUT_AN_ITEM: readonly Column[] = ["owner", "due", "time", "proof", "readFrom", "baseline"];
const STEP_COLUMNS: readonly Column[] = [
  "phase",
  "work",
  "time",
  "due",
  "objective",
  "deliverables",
  "activities",
  "criteria",
  "metric",
  "owner",
  "dependsOn",
];
const METRIC_COLUMNS: readonly Column[] = ["metric", "target", "phase", "unit", ...ABOUT_AN_ITEM];
const RISK_COLUMNS: readonly Column[] = [
  "risks",
  "mitigations",
  "probability",
  "impact",
  "trigger",
  "status",
  "group",
  "phase",
  "owner",
  "due",
  "time",
];

const using =
  (columns: readonly Column[]): Reader["uses"] =>
  (column) =>
    columns.includes(column);

function readerFor(columns: Column[], table: Table, { place, sink }: TableContext): Reader | null {
  const has = (column: Column): boolean => columns.includes(column);
  if (has("risks")) return { read: takeRisks, uses: using(RISK_COLUMNS) };
  const stretches = phaseColumns(table.header);
  const measured = has("target") || stretches.length > 0;
  if ((has("metric") && (measured || table.header.length === 2)) || (place.area === "kpis" && measured)) {
    const name = Math.max(0, columns.indexOf("metric"));
    const uses = using(METRIC_COLUMNS);
    const second = has("target") || stretches.length > 0 ? -1 : 1;
    return {
      read: takeMetrics,
      uses: (column, index) =>
        index === name || index === second || stretches.includes(index) || uses(column, index),
    };
  }
  if (has("milestones")) return simple("milestones");
  const lists = has("objective") || has("deliverables") || has("activities");
  if (has("phase") || ((has("time") || has("work")) && lists)) {
    return { read: takePhaseTable, uses: using(STEP_COLUMNS) };
  }
  for (const column of SIMPLE) if (has(column)) return simple(column);
  if (has("work") && place.area === "plan") return simple("work");
  return sink?.kind ? simple(null) : null;
}

const SIMPLE = [
  "deliverables",
  "activities",
  "criteria",
  "metric",
  "mitigations",
  "factors",
  "overview",
] as const;

function simple(main: Column | null): Reader {
  const uses = using([
    ...ABOUT_AN_ITEM,
    "status",
    ...(main === "deliverables" ? (["criteria"] as const) : []),
  ]);
  return {
    read: (draft, reading) => takeSimple(draft, reading, main),
    uses: (column, index) =>
      main === null ? index === 0 || uses(column, index) : column === main || uses(column, index),
  };
}

const DONE = /^(?:done|complete[d]?|yes|x|✓|✔|✅|hecho|completad[oa]|terminad[oa]|si|sí|100 ?%)$/iu;

/** The label whose items the entries of a column are; a table of features lists what is to be delivered. */
const ROLE_OF: Partial<Record<Column, Parameters<typeof sinkFor>[0]>> = {
  metric: "metrics",
  work: "deliverables",
  milestones: "milestones",
  deliverables: "deliverables",
  activities: "activities",
  criteria: "criteria",
  mitigations: "mitigations",
  factors: "factors",
  overview: "overview",
};

function takeSimple(draft: Draft, reading: TableReading, main: Column | null): void {
  const { table, columns, context } = reading;
  const { place, leaf } = context;
  const at = main === null ? Math.max(0, columns.indexOf("other")) : columns.indexOf(main);
  const role = main === null ? undefined : ROLE_OF[main];
  const sink = role === undefined ? context.sink : sinkFor(role, place, leaf);
  if (!sink?.kind) {
    skip(draft, table.lines, "the columns of this table are not ones a plan has");
    return;
  }
  const { kind } = sink;
  for (const row of reading.rows) {
    const lines: LineRange = [row.line, row.line];
    const text = plainText(row.cells[at] ?? "");
    if (text === "") skip(draft, lines, "the row has no text in its main column");
    else if (kind === "successFactor") {
      const item = { text, raw: text, checked: null, ordered: false, lines, children: [] };
      takeItems(draft, [item], { sink, place, leaf, explicit: true });
    } else takeRow(draft, { text, row, columns, context, sink: { ...sink, kind } });
  }
}

interface SimpleRow {
  text: string;
  row: TableRow;
  columns: Column[];
  context: TableContext;
  sink: { kind: PlanNode["kind"]; group?: string };
}

function takeRow(draft: Draft, { text, row, columns, context, sink }: SimpleRow): void {
  const { place, leaf } = context;
  const lines: LineRange = [row.line, row.line];
  const status = cellOf(row, columns, "status");
  const checked = status === "" ? null : DONE.test(status);
  const parent = parentFor(draft, sink.kind, { place, lines, leaf });
  const node = addItemNode(draft, { text, lines, checked }, { parent, sink, place });
  takeAttributes(draft, node, { row, columns });
  const accepted = sink.kind === "deliverable" ? cellOf(row, columns, "criteria") : "";
  if (!accepted) return;
  const at = parentFor(draft, "criterion", { place, lines, leaf: true });
  addItemNode(
    draft,
    { text: accepted, lines, checked: null },
    { parent: at, sink: { kind: "criterion" }, place },
  );
}
