import type { TableRow } from "../markdown/blocks.ts";
import { plainText } from "../markdown/inline.ts";
import type { LineRange, PlanNode } from "../types.ts";
import { addNode, type Draft, markStructure, skip } from "./draft.ts";
import { addItemNode, parentFor, setAttribute, sinkFor, takeItems } from "./items.ts";
import { takePhaseTable } from "./phase-tables.ts";
import type { Place } from "./place.ts";
import {
  type Column,
  cellOf,
  columnsOf,
  type Table,
  type TableContext,
  type TableReading,
} from "./columns.ts";
import { findPhase } from "./find-phase.ts";
import { readHeading } from "./heading.ts";

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
  const rows = table.rows.filter((row) => {
    const why = /^\W*totals?\W*$/i.test(row.cells[0] ?? "")
      ? "the row only adds up the others"
      : "the row is empty";
    const left = why.includes("adds") || row.cells.every((cell) => cell === "");
    if (left) skip(draft, [row.line, row.line], why);
    return !left;
  });
  reader(draft, { table, columns, rows, context });
}

type Reader = (draft: Draft, reading: TableReading) => void;

function readerFor(columns: Column[], table: Table, { place, sink }: TableContext): Reader | null {
  const has = (column: Column): boolean => columns.includes(column);
  if (has("risks")) return takeRisks;
  if (has("metric") && (has("target") || phaseColumns(table.header).length > 0 || table.header.length === 2))
    return takeMetrics;
  if (place.area === "kpis" && (has("target") || phaseColumns(table.header).length > 0)) return takeMetrics;
  if (has("milestones")) return (draft, reading) => takeSimple(draft, reading, "milestones");
  if (
    has("phase") ||
    ((has("time") || has("work")) && (has("objective") || has("deliverables") || has("activities")))
  )
    return takePhaseTable;
  for (const column of [
    "deliverables",
    "activities",
    "criteria",
    "metric",
    "mitigations",
    "factors",
    "overview",
  ] as const) {
    if (has(column)) return (draft, reading) => takeSimple(draft, reading, column);
  }
  return sink?.kind ? (draft, reading) => takeSimple(draft, reading, null) : null;
}

/** Columns headed by a phase or a time: "Metric | Phase 1 | Phase 2". */
function phaseColumns(header: readonly string[]): number[] {
  return header.flatMap((head, index) => {
    const { role } = readHeading(head);
    return index > 0 && (role === "phase" || role === "time") ? [index] : [];
  });
}

const DONE = /^(?:done|complete[d]?|yes|x|✓|✔|✅|hecho|completad[oa]|terminad[oa]|si|sí|100 ?%)$/iu;

function takeSimple(
  draft: Draft,
  { table, columns, rows, context }: TableReading,
  column: Column | null,
): void {
  const { place, leaf } = context;
  const main = column === null ? Math.max(0, columns.indexOf("other")) : columns.indexOf(column);
  const role = column === "metric" ? "metrics" : column;
  const sink = role === null ? context.sink : sinkFor(role as Parameters<typeof sinkFor>[0], place, leaf);
  if (!sink?.kind) {
    skip(draft, table.lines, "the columns of this table are not ones a plan has");
    return;
  }
  for (const row of rows) {
    const lines: LineRange = [row.line, row.line];
    const text = plainText(row.cells[main] ?? "");
    if (text === "") {
      skip(draft, lines, "the row has no text in its main column");
      continue;
    }
    if (sink.kind === "successFactor") {
      takeItems(draft, [{ text, raw: text, checked: null, ordered: false, lines, children: [] }], {
        sink,
        place,
        leaf,
        explicit: true,
      });
      continue;
    }
    const status = cellOf(row, columns, "status");
    const checked = status === "" ? null : DONE.test(status);
    const parent = parentFor(draft, sink.kind, { place, lines, leaf });
    const node = addItemNode(
      draft,
      { text, lines, checked },
      { parent, sink: { ...sink, kind: sink.kind }, place },
    );
    takeAttributes(draft, node, { row, columns });
    const accepted = sink.kind === "deliverable" ? cellOf(row, columns, "criteria") : "";
    if (accepted)
      addNode(draft, {
        kind: "criterion",
        text: accepted,
        lines,
        parent: parentFor(draft, "criterion", { place, lines, leaf: true }),
      });
  }
}

function takeAttributes(
  draft: Draft,
  node: PlanNode,
  { row, columns }: { row: TableRow; columns: Column[] },
): void {
  for (const role of ["owner", "probability", "impact", "due", "time"] as const) {
    const rest = cellOf(row, columns, role);
    if (rest) setAttribute(draft, node, { role: role === "time" ? "due" : role, rest });
  }
}

function takeRisks(draft: Draft, { columns, rows, context }: TableReading): void {
  for (const row of rows) {
    const lines: LineRange = [row.line, row.line];
    const text = cellOf(row, columns, "risks");
    if (text === "") {
      skip(draft, lines, "the row names no risk");
      continue;
    }
    const parent = context.place.period ?? context.place.phase;
    const risk = addNode(draft, { kind: "risk", text, lines, parent });
    takeAttributes(draft, risk, { row, columns });
    const response = cellOf(row, columns, "mitigations");
    if (response) addNode(draft, { kind: "mitigation", text: response, lines, parent: risk });
  }
}

function takeMetrics(draft: Draft, reading: TableReading): void {
  const { table, columns, rows, context } = reading;
  const { place, leaf } = context;
  const name = Math.max(0, columns.indexOf("metric"));
  const phases = phaseColumns(table.header);
  const inWork = place.area === "plan" && (place.work !== null || leaf);
  for (const row of rows) {
    const lines: LineRange = [row.line, row.line];
    const metric = plainText(row.cells[name] ?? "");
    const rowPhase = phaseNamed(draft, cellOf(row, columns, "phase"));
    const targets = columns.includes("target")
      ? [columns.indexOf("target")]
      : phases.length > 0
        ? phases
        : [1];
    for (const column of targets) {
      const value = plainText(row.cells[column] ?? "");
      if (metric === "" || (value === "" && phases.length > 0)) continue;
      const columnPhase = phases.includes(column) ? phaseNamed(draft, table.header[column] ?? "") : null;
      const at: Place = { ...place, phase: columnPhase ?? rowPhase ?? place.phase };
      const kind = inWork ? "criterion" : "kpi";
      const parent = parentFor(draft, kind, { place: at, lines, leaf });
      const node = addNode(draft, {
        kind,
        text: value === "" ? metric : `${metric}: ${value}`,
        lines,
        parent,
      });
      takeAttributes(draft, node, { row, columns });
      if (phases.includes(column) && !columnPhase)
        setAttribute(draft, node, { role: "due", rest: table.header[column] ?? "" });
    }
  }
}

function phaseNamed(draft: Draft, text: string): PlanNode | null {
  if (text === "") return null;
  const heading = readHeading(text);
  const number = heading.role === "phase" ? heading.number : /^\d{1,2}$/.test(text) ? text : null;
  const time = heading.role === "phase" || heading.role === "time" ? heading.time : null;
  return findPhase(draft, { number, time, text });
}
