import type { LineRange, PlanNode } from "../types.ts";
import { cellOf, type TableReading } from "./columns.ts";
import { addNode, type Draft, skip } from "./draft.ts";
import { phaseNamed } from "./find-phase.ts";
import { takeAttributes } from "./row-attributes.ts";

const CLOSED = /^(?:closed|resolved|retired|cerrad[oa]|resuelt[oa])\b/iu;
const OPEN = /^(?:open|active|new|abiert[oa]|activ[oa]|nuev[oa])\b/iu;

/** A table with a risk per row; its response becomes a mitigation of that risk. */
export function takeRisks(draft: Draft, { columns, rows, context }: TableReading): void {
  for (const row of rows) {
    const lines: LineRange = [row.line, row.line];
    const text = cellOf(row, columns, "risks");
    if (text === "") {
      skip(draft, lines, "the row names no risk");
      continue;
    }
    const phase = phaseNamed(draft, cellOf(row, columns, "phase"));
    const risk = addNode(draft, {
      kind: "risk",
      text,
      lines,
      parent: phase ?? context.place.period ?? context.place.phase,
      group: cellOf(row, columns, "group") || undefined,
      state: stateOf(cellOf(row, columns, "status")),
    });
    takeAttributes(draft, risk, { row, columns });
    const response = cellOf(row, columns, "mitigations");
    if (response) addNode(draft, { kind: "mitigation", text: response, lines, parent: risk });
  }
}

function stateOf(status: string): PlanNode["state"] {
  if (CLOSED.test(status)) return "done";
  return OPEN.test(status) ? "open" : undefined;
}
