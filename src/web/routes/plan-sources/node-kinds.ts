/** How one kind of line is named and coloured; the colour never stands without the name. */
export interface KindLook {
  word: string;
  /** Its counterpart in the importer's counts, and what many of them are called. */
  count?: { key: string; one: string; many: string };
  /** Background of its mark. */
  mark: string;
}

const kind = (word: string, mark: string, count?: KindLook["count"]): KindLook => ({ word, mark, count });
const counted = (key: string, one: string, many = `${one}s`) => ({ key, one, many });

/** What a line of a plan can become, in the order people read a plan. */
export const NODE_KINDS: Readonly<Record<string, KindLook>> = {
  phase: kind("Phase", "bg-chart-1", counted("phases", "phase")),
  period: kind("Period", "bg-chart-6", counted("periods", "period")),
  objective: kind("Objective", "bg-chart-8", counted("objectives", "objective")),
  workPackage: kind("Work package", "bg-chart-5", counted("workPackages", "work package")),
  deliverable: kind("Deliverable", "bg-chart-3", counted("deliverables", "deliverable")),
  activity: kind("Activity", "bg-chart-6", counted("activities", "activity", "activities")),
  criterion: kind(
    "Success criterion",
    "bg-chart-2",
    counted("criteria", "success criterion", "success criteria"),
  ),
  kpi: kind("KPI", "bg-chart-4", counted("kpis", "KPI")),
  successFactorGroup: kind(
    "Group of success factors",
    "bg-chart-8",
    counted("successFactorGroups", "group of success factors", "groups of success factors"),
  ),
  successFactor: kind("Success factor", "bg-chart-8", counted("successFactors", "success factor")),
  risk: kind("Risk", "bg-chart-7", counted("risks", "risk")),
  mitigation: kind("Mitigation", "bg-chart-7", counted("mitigations", "mitigation")),
  milestone: kind("Milestone", "bg-chart-1", counted("milestones", "milestone")),
  overview: kind("Overview point", "bg-muted", counted("overview", "overview point")),
  notes: kind("Notes", "bg-muted"),
};

const UNNAMED: KindLook = { word: "Line", mark: "bg-muted" };

/** The look of a kind's name as the importer gives it. */
export const kindLook = (name: string): KindLook => NODE_KINDS[name] ?? UNNAMED;

const STRUCTURE: Readonly<Record<string, string>> = {
  title: "Title of the plan",
  heading: "Heading",
  label: "Label of a list",
  fence: "Frame of a list",
  table: "Head of a table",
};

/** What a line that carries structure only is called. */
export const structureWord = (as: string): string => STRUCTURE[as] ?? "Structure";

/** Where a part of the plan has its own page; undefined for those that have none. */
export function nodeHref(node: {
  nodeId: string | null;
  kind: string;
  numeric: boolean;
}): string | undefined {
  const { nodeId, kind: name, numeric } = node;
  if (nodeId === null) return undefined;
  if (name === "workPackage") return `/console/plan/work/${nodeId}`;
  if (name === "deliverable") return `/console/plan/deliverables/${nodeId}`;
  if (name === "risk") return `/console/plan/risks/${nodeId}`;
  return numeric ? `/console/plan/scorecard/${nodeId}` : undefined;
}
