import type { ImportedPlan, LintFinding } from "../types.ts";

export function lintPlan(_plan: ImportedPlan, _text: string): LintFinding[] {
  return [];
}
