import type { LintFinding, NodeKind, PlanNode } from "../types.ts";
import { folded } from "../words.ts";

const STEPS = new Set<NodeKind>(["phase", "period", "workPackage"]);
const ONCE = new Set<NodeKind>(["deliverable", "activity", "criterion", "kpi", "risk", "milestone"]);
const EMPTY: Partial<Record<NodeKind, [code: string, says: string]>> = {
  phase: ["empty_phase", "has neither periods nor work packages"],
  period: ["empty_period", "has no work packages"],
  workPackage: ["empty_work_package", "has no deliverables, activities or criteria"],
};

/** Steps that hold nothing, and things that stand twice under the same parent. */
export function lintShape(nodes: readonly PlanNode[]): LintFinding[] {
  const children = Map.groupBy(nodes, (node) => node.parent ?? "");
  const findings: LintFinding[] = [];
  for (const node of nodes) {
    const empty = EMPTY[node.kind];
    const holds = (children.get(node.path) ?? []).some(
      (child) => STEPS.has(child.kind) || ONCE.has(child.kind),
    );
    if (empty && !holds) {
      const [code, says] = empty;
      findings.push({ code, lines: heading(node), message: `“${node.text}” ${says}.` });
    }
  }
  for (const siblings of children.values()) findings.push(...duplicates(siblings));
  return findings;
}

function duplicates(siblings: readonly PlanNode[]): LintFinding[] {
  const first = new Map<string, PlanNode>();
  const findings: LintFinding[] = [];
  for (const node of siblings) {
    if (node.implicit || (!STEPS.has(node.kind) && !ONCE.has(node.kind))) continue;
    // A step without a title is called by its label, and two different labels are two different titles.
    const title = node.text === node.label ? `label ${folded(node.text)}` : folded(node.text);
    const key = `${node.kind}\n${title}`;
    const known = first.get(key);
    if (!known) {
      first.set(key, node);
      continue;
    }
    const code = STEPS.has(node.kind) ? "duplicate_title" : "duplicate_item";
    const message = `“${node.text}” stands here a second time; the first is in line ${known.lines[0]}.`;
    findings.push({ code, lines: heading(node), message });
  }
  return findings;
}

function heading(node: PlanNode): [number, number] {
  return STEPS.has(node.kind) ? [node.lines[0], node.lines[0]] : [...node.lines];
}
