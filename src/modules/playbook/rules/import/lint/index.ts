import type { Table } from "../outline/columns.ts";
import type { ImportedPlan, LintFinding } from "../types.ts";

export function lintPlan(_plan: ImportedPlan, _tables: readonly Table[]): LintFinding[] {
  return [];
}
