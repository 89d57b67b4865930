import type { TableRow } from "../markdown/blocks.ts";
import { resolveSpan } from "../time/resolve.ts";
import type { LineRange, NodeKind, PlanNode, Span } from "../types.ts";
import { splitInlineList } from "../words.ts";
import { cellOf, type Column, type TableReading } from "./columns.ts";
import { findPhase } from "./find-phase.ts";
import { addNode, type Draft } from "./draft.ts";
import { readHeading } from "./heading.ts";
import { holderOf, type Place, workOf } from "./place.ts";

const LISTS: [Column, NodeKind][] = [
  ["deliverables", "deliverable"],
  ["activities", "activity"],
  ["criteria", "criterion"],
  ["metric", "criterion"],
];

/**
 * A table with a phase, a time or a work package per row. Where headings already name the phases, a row only
 * adds the months and the goal that the heading did not state.
 */
export function takePhaseTable(draft: Draft, reading: TableReading): void {
  const { rows, columns, context } = reading;
  for (const row of rows) {
    const lines: LineRange = [row.line, row.line];
    const place = rowPlace(draft, { row, columns, place: context.place });
    const goal = cellOf(row, columns, "objective");
    const holder = holderOf(place);
    if (goal && holder && !hasObjective(draft, holder)) {
      addNode(draft, { kind: "objective", text: goal, lines, parent: holder });
    }
    for (const [column, kind] of LISTS) {
      for (const text of splitInlineList(listCell(row, columns, column))) {
        addNode(draft, { kind, text, lines, parent: workOf(draft, place, lines) });
      }
    }
    const owner = cellOf(row, columns, "owner");
    const owned = holder ?? draft.nodes.at(-1);
    if (owner && owned && owned.lines[0] === row.line) owned.owner ??= owner;
  }
}

function listCell(row: TableRow, columns: readonly Column[], column: Column): string {
  const raw = row.cells[columns.indexOf(column)] ?? "";
  if (!/<br\s*\/?>/i.test(raw)) return cellOf(row, columns, column);
  const parts = raw.split(/<br\s*\/?>/i).map((part) => part.replace(/^\s*[•*–-]\s*/u, ""));
  return parts.map((part) => cellOf({ cells: [part], line: row.line }, [column], column)).join("; ");
}

function hasObjective(draft: Draft, holder: PlanNode): boolean {
  return draft.nodes.some((node) => node.kind === "objective" && node.parent === holder.path);
}

interface Row {
  row: TableRow;
  columns: Column[];
  place: Place;
}

function rowPlace(draft: Draft, { row, columns, place }: Row): Place {
  const lines: LineRange = [row.line, row.line];
  const phaseText = cellOf(row, columns, "phase");
  const timeText = cellOf(row, columns, "time") || cellOf(row, columns, "due");
  const workText = cellOf(row, columns, "work");
  const span = spanIn(draft, timeText, { row, columns, place });
  let inner = place;
  if (phaseText)
    inner = {
      ...place,
      phase: phaseFor(draft, { text: phaseText, lines, span: workText ? undefined : span }),
      period: null,
      work: null,
    };
  else if (timeText && !workText) {
    const parent = place.period ?? place.phase;
    const period = addNode(draft, { kind: "period", text: timeText, label: timeText, lines, parent, span });
    return { ...place, period, work: null };
  }
  if (!workText) return inner;
  const work = addNode(draft, {
    kind: "workPackage",
    text: workText,
    lines,
    parent: holderOf({ ...inner, work: null }),
    span,
  });
  return { ...inner, work };
}

function spanIn(draft: Draft, text: string, { columns, place }: Row): Span | undefined {
  const within = holderOf(place)?.span;
  // "1-3" under "Months" is months 1 to 3.
  const unit = columns.includes("time") && /^\d/.test(text) ? "Months " : "";
  const heading = readHeading(unit + text);
  return heading.role === "time" ? resolveSpan(heading.time, { base: draft.base, within }) : undefined;
}

interface PhaseRow {
  text: string;
  lines: LineRange;
  span: Span | undefined;
}

function phaseFor(draft: Draft, { text, lines, span }: PhaseRow): PlanNode {
  const heading = readHeading(text);
  const number = heading.role === "phase" ? heading.number : /^\d{1,2}$/.test(text) ? text : null;
  const title = heading.role === "phase" ? heading.title || heading.label : text;
  const known = findPhase(draft, { number, time: null, text: title });
  if (known) {
    known.span ??= span;
    return known;
  }
  const label =
    heading.role === "phase" ? heading.label || undefined : number === null ? undefined : `Phase ${number}`;
  return addNode(draft, { kind: "phase", text: title, label, lines, parent: null, span });
}
