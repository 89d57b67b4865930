import { matchNodes } from "./diff/match.ts";
import type { NodeKind, PlanNode } from "./types.ts";

export type ChangedField =
  | "text"
  | "label"
  | "time"
  | "state"
  | "due"
  | "owner"
  | "probability"
  | "impact"
  | "trigger"
  | "proof"
  | "readFrom"
  | "baseline"
  | "dependsOn"
  | "notes"
  | "group"
  | "place";

/** One change between two readings of a plan. `path` is the identity that is kept: the earlier one if there is one. */
export interface PlanChange {
  type: "added" | "removed" | "changed" | "moved";
  kind: NodeKind;
  path: string;
  before: PlanNode | null;
  after: PlanNode | null;
  fields: ChangedField[];
  /** All nodes the change is about: more than one only when a group of items was renamed. */
  paths: string[];
}

export interface PlanDiff {
  changes: PlanChange[];
  /** The later nodes under the paths they keep: matched nodes carry their earlier path, new ones a free one. */
  nodes: PlanNode[];
  /** From the paths of the later reading to the kept ones. */
  kept: Record<string, string>;
}

/**
 * What changed between two readings. Nodes are matched by text under the same parent, then by position, so an
 * inserted entry is one addition and an edited line is one change. What merely follows from another change (a
 * span counted from a moved month, an implicit work package's title) is not reported.
 */
export function diffPlans(previous: readonly PlanNode[], next: readonly PlanNode[]): PlanDiff {
  const match = matchNodes(previous, next);
  const kept = keptPaths(previous, next, match.earlier);
  const nodes = next.map((node) => withKeptPaths(node, kept));
  const changes: PlanChange[] = [];
  next.forEach((node, index) => {
    const after = nodes[index] ?? node;
    const before = match.earlier.get(node) ?? null;
    if (!before) changes.push(changeOf("added", { before: null, after, fields: [] }));
    else changes.push(...changesOf(before, after, match.moved.has(node)));
  });
  const survived = new Set(match.earlier.values());
  for (const node of previous) {
    if (!survived.has(node)) changes.push(changeOf("removed", { before: node, after: null, fields: [] }));
  }
  return { changes: oncePerGroup(changes), nodes, kept: Object.fromEntries(kept) };
}

type Sides = Pick<PlanChange, "before" | "after" | "fields">;

function changeOf(type: PlanChange["type"], sides: Sides): PlanChange {
  const node = sides.after ?? sides.before;
  const path = sides.before?.path ?? sides.after?.path ?? "";
  return { type, kind: node?.kind ?? "overview", path, ...sides, paths: [path] };
}

function changesOf(before: PlanNode, after: PlanNode, moved: boolean): PlanChange[] {
  const fields = after.implicit && before.implicit ? [] : changedFields(before, after);
  const changes: PlanChange[] = [];
  if (moved) changes.push(changeOf("moved", { before, after, fields: ["place", ...fields] }));
  else if (fields.length > 0) changes.push(changeOf("changed", { before, after, fields }));
  return changes;
}

function changedFields(before: PlanNode, after: PlanNode): ChangedField[] {
  const fields: ChangedField[] = [];
  const differ = (field: ChangedField, one: unknown, other: unknown): void => {
    if (JSON.stringify(one ?? null) !== JSON.stringify(other ?? null)) fields.push(field);
  };
  const sameText = before.text === after.text;
  differ("text", before.text, after.text);
  differ("label", before.label, after.label);
  differ("time", statedTime(before), statedTime(after));
  differ("state", before.state, after.state);
  if (sameText) differ("due", ownDue(before), ownDue(after));
  differ("owner", before.owner, after.owner);
  differ("probability", before.probability, after.probability);
  differ("impact", before.impact, after.impact);
  for (const field of ["trigger", "proof", "readFrom", "baseline", "dependsOn"] as const)
    differ(field, before[field], after[field]);
  differ("notes", before.notes, after.notes);
  differ("group", before.group, after.group);
  return fields;
}

// A span read from a label changes with the label; one counted from a parent's month changes with the parent.
function statedTime({ span, timeText, label }: PlanNode): unknown {
  if (timeText !== undefined) return timeText;
  if (!span || (label !== undefined && /\d/.test(label))) return null;
  return { unit: span.unit, from: span.from, to: span.to };
}

function ownDue({ due }: PlanNode): unknown {
  if (!due) return null;
  return due.endOfWeek === undefined && due.endOfDay === undefined ? due : { ...due, endOfMonth: undefined };
}

/** Renaming the label over five risks is one change of one line. */
function oncePerGroup(changes: readonly PlanChange[]): PlanChange[] {
  const result: PlanChange[] = [];
  const renamed = new Map<string, PlanChange>();
  for (const change of changes) {
    const onlyGroup = change.type === "changed" && change.fields.length === 1 && change.fields[0] === "group";
    const key = onlyGroup
      ? JSON.stringify([change.kind, change.after?.parent, change.before?.group, change.after?.group])
      : "";
    const first = renamed.get(key);
    if (onlyGroup && first) {
      first.paths.push(change.path);
      continue;
    }
    if (onlyGroup) renamed.set(key, change);
    result.push(change);
  }
  return result;
}

function keptPaths(
  previous: readonly PlanNode[],
  next: readonly PlanNode[],
  earlier: ReadonlyMap<PlanNode, PlanNode>,
): Map<string, string> {
  const taken = new Set(previous.map((node) => node.path));
  const ordinals = new Map<string, number>();
  const kept = new Map<string, string>();
  for (const node of next) {
    const before = earlier.get(node);
    kept.set(node.path, before ? before.path : freePath(node, { kept, taken, ordinals }));
  }
  return kept;
}

interface Paths {
  kept: ReadonlyMap<string, string>;
  taken: Set<string>;
  ordinals: Map<string, number>;
}

function freePath(node: PlanNode, { kept, taken, ordinals }: Paths): string {
  const parent = node.parent === null ? "" : `${kept.get(node.parent) ?? node.parent}/`;
  const stem = `${parent}${node.kind}:`;
  let ordinal = ordinals.get(stem) ?? 0;
  do ordinal += 1;
  while (taken.has(`${stem}${ordinal}`));
  ordinals.set(stem, ordinal);
  taken.add(`${stem}${ordinal}`);
  return `${stem}${ordinal}`;
}

function withKeptPaths(node: PlanNode, kept: ReadonlyMap<string, string>): PlanNode {
  const path = kept.get(node.path) ?? node.path;
  const parent = node.parent === null ? null : (kept.get(node.parent) ?? node.parent);
  const completes =
    node.completes === undefined ? {} : { completes: kept.get(node.completes) ?? node.completes };
  const waits =
    node.dependsOn === undefined ? {} : { dependsOn: node.dependsOn.map((one) => kept.get(one) ?? one) };
  return { ...node, path, parent, ...completes, ...waits };
}
