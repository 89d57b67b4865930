import type { LabelRole } from "../labels.ts";
import { triggerBound } from "../target/explicit.ts";
import { findTime } from "../time/expression.ts";
import { dueOf, resolveSpan } from "../time/resolve.ts";
import type { LineRange, NodeKind, PlanNode } from "../types.ts";
import type { Draft } from "./draft.ts";
import { dateIn, spanAround } from "./stated-due.ts";

export interface Attribute {
  role: LabelRole;
  rest: string;
  /** Lines of the label, for names that can only be looked up later. */
  lines?: LineRange;
  label?: string;
}

const STEPS = new Set<NodeKind>(["phase", "period", "workPackage"]);
const MEASURED = new Set<NodeKind>(["criterion", "kpi"]);

/** Sets an attribute such as the owner on a node; false when the label is not an attribute of such a node. */
export function setAttribute(draft: Draft, node: PlanNode, attribute: Attribute): boolean {
  const { role, rest } = attribute;
  switch (role) {
    case "owner":
      node.owner ??= rest;
      return true;
    case "probability":
    case "impact":
      node[role] ??= rest;
      return true;
    case "due":
    case "time":
      return setTime(draft, node, { role, rest });
    case "trigger":
      return node.kind === "risk" && setTrigger(draft, node, rest);
    case "proof":
      if (node.kind === "deliverable") node.proof ??= rest;
      return node.kind === "deliverable";
    case "readFrom":
      if (MEASURED.has(node.kind)) node.readFrom ??= rest;
      return MEASURED.has(node.kind);
    case "baseline":
      if (MEASURED.has(node.kind)) node.baseline ??= rest;
      return MEASURED.has(node.kind);
    case "goal":
      return MEASURED.has(node.kind) && setGoal(node, rest);
    case "dependsOn":
      return STEPS.has(node.kind) && setWait(draft, node, attribute);
    default:
      return false;
  }
}

// "Customers" over "Target: 500" is the KPI "Customers: 500".
function setGoal(node: PlanNode, rest: string): boolean {
  if (node.text.endsWith(`: ${rest}`)) return true;
  node.text = `${node.text}: ${rest}`;
  return true;
}

function setWait(draft: Draft, node: PlanNode, { rest, lines, label = "Depends on" }: Attribute): true {
  waitFor(draft, node, { names: rest, label, lines: lines ?? node.lines });
  return true;
}

function setTrigger(draft: Draft, node: PlanNode, rest: string): true {
  if (node.trigger !== undefined) return true;
  node.trigger = rest;
  const bound = triggerBound(rest, { commaDecimals: draft.language === "es" });
  if (bound) node.triggerOn = bound;
  return true;
}

function setTime(
  draft: Draft,
  node: PlanNode,
  { role, rest }: { role: "due" | "time"; rest: string },
): boolean {
  const date = dateIn(rest);
  if (date && (role === "due" || !STEPS.has(node.kind))) {
    node.due ??= { on: date };
    return true;
  }
  const found = findTime(rest);
  const span = found ? resolveSpan(found, { base: draft.base, within: spanAround(draft, node) }) : undefined;
  if (!span) return false;
  if (role === "time" && STEPS.has(node.kind)) node.span ??= span;
  else node.due ??= dueOf(span);
  return true;
}

/** Keeps the names a step waits for until every work package is known. */
export function waitFor(
  draft: Draft,
  node: PlanNode,
  given: { names: string; label: string; lines: LineRange },
): void {
  draft.waits.push({ node, ...given });
}
