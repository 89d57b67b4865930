import type { TableRow } from "../markdown/blocks.ts";
import { resolveSpan } from "../time/resolve.ts";
import type { LineRange, NodeKind, PlanNode, Span } from "../types.ts";
import { splitInlineList } from "../words.ts";
import { cellOf, type Column, type TableReading } from "./columns.ts";
import { findPhase } from "./find-phase.ts";
import { waitFor } from "./attributes.ts";
import { addItemNode } from "./items.ts";
import { addNode, type Draft, markStructure, nextPhaseLabel, skip } from "./draft.ts";
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
    if (!place) {
      skip(draft, lines, "the row repeats a phase that the headings name");
      continue;
    }
    const goal = cellOf(row, columns, "objective");
    const holder = holderOf(place);
    if (goal && holder && !hasObjective(draft, holder)) {
      addNode(draft, { kind: "objective", text: goal, lines, parent: holder });
    } else markStructure(draft, lines, "table");
    // A phase with a heading has its own lists; those of a summary table would repeat them.
    if (!holder || holder.lines[0] === row.line) takeLists(draft, { row, columns, place });
    const owner = cellOf(row, columns, "owner");
    if (owner && holder) holder.owner ??= owner;
    const names = cellOf(row, columns, "dependsOn");
    if (names && holder && /[\p{L}\p{N}]/u.test(names))
      waitFor(draft, holder, { names, label: "Depends on", lines });
  }
}

function takeLists(draft: Draft, { row, columns, place }: Row): void {
  const lines: LineRange = [row.line, row.line];
  for (const [column, kind] of LISTS) {
    for (const text of splitInlineList(listCell(row, columns, column))) {
      const item = { text, lines, checked: null };
      addItemNode(draft, item, { parent: workOf(draft, place, lines), sink: { kind }, place });
    }
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

/** Where a row's contents go; null for a row about a phase that is not one of those in the headings. */
function rowPlace(draft: Draft, { row, columns, place }: Row): Place | null {
  const lines: LineRange = [row.line, row.line];
  const phaseText = cellOf(row, columns, "phase");
  const workText = cellOf(row, columns, "work");
  const timeText = timeIn(row, columns);
  let inner = place;
  if (phaseText) {
    const phase = phaseFor(draft, { text: phaseText, lines, timeText: workText ? "" : timeText });
    if (!phase) return null;
    inner = { ...place, phase, period: null, work: null };
  } else if (timeText && !workText) {
    const parent = place.period ?? place.phase;
    const span = spanIn(draft, timeText, parent);
    const period = addNode(draft, { kind: "period", text: timeText, label: timeText, lines, parent, span });
    return { ...place, period, work: null };
  }
  if (!workText) return inner;
  const parent = holderOf({ ...inner, work: null });
  const span = spanIn(draft, timeText, parent);
  const work = addNode(draft, {
    kind: "workPackage",
    text: workText,
    lines,
    parent,
    span,
  });
  return { ...inner, work };
}

// "1-3" under "Months" is months 1 to 3.
function timeIn(row: TableRow, columns: readonly Column[]): string {
  const text = cellOf(row, columns, "time") || cellOf(row, columns, "due");
  return /^\d/.test(text) && columns.includes("time") ? `Months ${text}` : text;
}

function spanIn(draft: Draft, text: string, parent: PlanNode | null): Span | undefined {
  const heading = readHeading(text);
  if (heading.role !== "time") return undefined;
  return resolveSpan(heading.time, { base: draft.base, within: parent?.span });
}

interface PhaseRow {
  text: string;
  lines: LineRange;
  timeText: string;
}

function phaseFor(draft: Draft, { text, lines, timeText }: PhaseRow): PlanNode | null {
  const heading = readHeading(text);
  const number = heading.role === "phase" ? heading.number : /^\d{1,2}$/.test(text) ? text : null;
  const title = heading.role === "phase" ? heading.title || heading.label : text;
  const span = spanIn(draft, timeText, null);
  const known = findPhase(draft, { number, time: null, text: title });
  if (known) {
    known.span ??= span;
    return known;
  }
  if (draft.phasesInHeadings) return null;
  const named = heading.role === "phase" ? heading.label : "";
  const label =
    named ||
    (number === null ? nextPhaseLabel(draft) : `${draft.language === "es" ? "Fase" : "Phase"} ${number}`);
  return addNode(draft, {
    kind: "phase",
    text: title,
    label,
    lines,
    parent: null,
    span,
  });
}
