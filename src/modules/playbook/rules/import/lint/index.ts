import type { Table } from "../outline/columns.ts";
import type { ImportedPlan, LintFinding } from "../types.ts";
import { lintShape } from "./shape.ts";
import { lintSpans } from "./spans.ts";
import { lintTables } from "./tables.ts";
import { lintTargets } from "./targets.ts";
import { lintTotals, type StatedText } from "./totals.ts";

export interface LintSource {
  tables: readonly Table[];
  /** Headings and prose, which may state totals ("36 months, 3 phases"). */
  texts: readonly StatedText[];
  /** What was found while reading. */
  lint: readonly LintFinding[];
}

/**
 * Contradictions within a plan. Codes: `target_conflict`, `range_shrinks`, `total_mismatch`, `months_overlap`,
 * `months_gap`, `weeks_overlap`, `weeks_gap`, `days_overlap`, `days_gap`, `outside_parent`, `duplicate_title`,
 * `duplicate_item`, `empty_phase`, `empty_period`, `empty_work_package`,
 * `dependency_unknown`, `dependency_cycle`, `label_unsure`.
 */
export function lintPlan(plan: ImportedPlan, source: LintSource): LintFinding[] {
  const findings = [
    ...source.lint,
    ...lintTargets(plan),
    ...lintSpans(plan.nodes),
    ...lintShape(plan.nodes),
    ...lintTotals(plan, source.texts),
    ...lintTables(source.tables),
  ];
  return findings.toSorted(
    (one, other) => one.lines[0] - other.lines[0] || one.code.localeCompare(other.code),
  );
}
