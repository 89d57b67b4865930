import assert from "node:assert/strict";
import type { Counts, PlanReading } from "#modules/playbook/rules/import/index.ts";

/** The counts of a file with no plan in it. */
export const NO_COUNTS: Counts = {
  phases: 0,
  periods: 0,
  objectives: 0,
  workPackages: 0,
  deliverables: 0,
  activities: 0,
  criteria: 0,
  numericCriteria: 0,
  kpis: 0,
  numericKpis: 0,
  successFactorGroups: 0,
  successFactors: 0,
  risks: 0,
  mitigations: 0,
  milestones: 0,
  overview: 0,
};

/** Asserts that every line with something on it became a node, is structure or was skipped, and ranges lie in the file. */
export function assertAccounted(plan: PlanReading, text: string): void {
  const lines = text.split(/\r\n|\r|\n/);
  const ranges = [...plan.nodes, ...plan.structure, ...plan.skipped].map((one) => one.lines);
  const covered = new Set<number>();
  for (const [first, last] of ranges) {
    assert.ok(first >= 1 && first <= last && last <= lines.length, `${first}-${last} of ${lines.length}`);
    for (let line = first; line <= last; line += 1) covered.add(line);
  }
  const front = lines[0] === "---" ? lines.indexOf("---", 1) + 1 : 0;
  lines.forEach((line, index) => {
    const silent = index < front || line.trim() === "" || /^\s*(?:[-*_]\s*){3,}$|^\s*=+\s*$/.test(line);
    assert.ok(silent || covered.has(index + 1), `line ${index + 1} is not accounted for: ${line}`);
  });
}
