import type { Counts, NodeKind, PlanNode, Target } from "./types.ts";

/** How many of each there are. Criteria and KPIs are numeric when at least one target was read in them. */
export function countNodes(nodes: readonly PlanNode[], targets: readonly Target[]): Counts {
  const numeric = new Set(targets.map((target) => target.node));
  const count = (kind: NodeKind): number => nodes.filter((node) => node.kind === kind).length;
  const countNumeric = (kind: NodeKind): number =>
    nodes.filter((node) => node.kind === kind && numeric.has(node.path)).length;
  return {
    phases: count("phase"),
    periods: count("period"),
    objectives: count("objective"),
    workPackages: count("workPackage"),
    deliverables: count("deliverable"),
    activities: count("activity"),
    criteria: count("criterion"),
    numericCriteria: countNumeric("criterion"),
    kpis: count("kpi"),
    numericKpis: countNumeric("kpi"),
    successFactorGroups: count("successFactorGroup"),
    successFactors: count("successFactor"),
    risks: count("risk"),
    mitigations: count("mitigation"),
    milestones: count("milestone"),
    overview: count("overview"),
  };
}
