import type { TableRow } from "../markdown/blocks.ts";
import { plainText } from "../markdown/inline.ts";
import type { LineRange, PlanNode } from "../types.ts";
import { setAttribute } from "./attributes.ts";
import { cellOf, type TableReading } from "./columns.ts";
import type { Draft } from "./draft.ts";
import { phaseNamed } from "./find-phase.ts";
import { readHeading } from "./heading.ts";
import { addItemNode, parentFor } from "./items.ts";
import { takeAttributes } from "./row-attributes.ts";

const AROUND_A_STRETCH =
  /\b(?:targets?|goals?|values?|by|at|end of|(?:the )?end|objetivos?|metas?|valor|al? (?:final|cierre) de|fin de)\b|[()]/giu;

/** "Phase 1 target" and "End of Q2" name the stretch they are about. */
function stretchIn(head: string): string {
  return head.replaceAll(AROUND_A_STRETCH, " ").replaceAll(/\s+/g, " ").trim();
}

/** Columns headed by a phase or a time: "Metric | Phase 1 | Phase 2". */
export function phaseColumns(header: readonly string[]): number[] {
  return header.flatMap((head, index) => {
    const { role } = readHeading(stretchIn(head));
    return index > 0 && (role === "phase" || role === "time") ? [index] : [];
  });
}

/** A table with a metric per row: its value per column, row and phase is a KPI, or a criterion of the work it stands under. */
export function takeMetrics(draft: Draft, reading: TableReading): void {
  const { table, columns, rows } = reading;
  const stretches = phaseColumns(table.header);
  const targets = columns.flatMap((column, index) => (column === "target" ? [index] : []));
  const single = targets.filter((index) => !stretches.includes(index)).slice(0, 1);
  const values = stretches.length > 0 ? [...stretches, ...single] : [single[0] ?? 1];
  for (const row of rows) {
    const name = plainText(row.cells[Math.max(0, columns.indexOf("metric"))] ?? "");
    for (const column of name === "" ? [] : values.toSorted((one, other) => one - other)) {
      takeValue(draft, reading, { row, name, column, stretch: stretches.includes(column) });
    }
  }
}

interface MetricCell {
  row: TableRow;
  name: string;
  column: number;
  /** Whether the column is headed by a phase or a time. */
  stretch: boolean;
}

function takeValue(draft: Draft, reading: TableReading, { row, name, column, stretch }: MetricCell): void {
  const { table, columns, context } = reading;
  const value = withUnit(plainText(row.cells[column] ?? ""), cellOf(row, columns, "unit"));
  if (stretch && /^[–—-]?$/u.test(value)) return;
  const head = stretchIn(table.header[column] ?? "");
  const columnPhase = stretch ? phaseNamed(draft, head) : null;
  const phase = columnPhase ?? phaseNamed(draft, cellOf(row, columns, "phase")) ?? context.place.phase;
  const node = addMetric(draft, reading, { name, value, phase, line: row.line });
  takeAttributes(draft, node, { row, columns });
  if (stretch && !columnPhase) setAttribute(draft, node, { role: "due", rest: head });
}

// "500" in a table with a unit column means "500 customers".
function withUnit(value: string, unit: string): string {
  return unit && /\d/.test(value) && !/[\p{L}%€$£]/u.test(value) ? `${value} ${unit}` : value;
}

interface Metric {
  name: string;
  value: string;
  phase: PlanNode | null;
  line: number;
}

function addMetric(draft: Draft, { context }: TableReading, { name, value, phase, line }: Metric): PlanNode {
  const { place, leaf } = context;
  const lines: LineRange = [line, line];
  const kind = place.area === "plan" && (place.work !== null || leaf) ? "criterion" : "kpi";
  const at = { ...place, phase };
  const parent = parentFor(draft, kind, { place: at, lines, leaf });
  const text = value === "" ? name : `${name}: ${value}`;
  return addItemNode(draft, { text, lines, checked: null }, { parent, sink: { kind }, place: at });
}
