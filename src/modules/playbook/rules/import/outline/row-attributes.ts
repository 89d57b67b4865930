import type { TableRow } from "../markdown/blocks.ts";
import type { PlanNode } from "../types.ts";
import { setAttribute } from "./attributes.ts";
import { type Column, cellOf } from "./columns.ts";
import type { Draft } from "./draft.ts";

/** What a row says of its node besides its words: owner, date, proof and the like. */
export function takeAttributes(
  draft: Draft,
  node: PlanNode,
  { row, columns }: { row: TableRow; columns: readonly Column[] },
): void {
  for (const role of ATTRIBUTES) {
    const rest = cellOf(row, columns, role);
    if (rest && !NOTHING.test(rest))
      setAttribute(draft, node, { role: role === "time" ? "due" : role, rest, lines: [row.line, row.line] });
  }
}

const ATTRIBUTES = [
  "owner",
  "probability",
  "impact",
  "trigger",
  "proof",
  "readFrom",
  "baseline",
  "due",
  "time",
] as const;
// Cells that people fill so as not to leave them empty.
const NOTHING = /^(?:[–—-]+|n\/?a|none|tbd|tbc|\?+|ningun[oa]|por definir)\.?$/iu;
