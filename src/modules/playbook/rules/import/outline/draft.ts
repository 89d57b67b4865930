import type { TimeBase } from "../time/resolve.ts";
import type { LineRange, NodeKind, PlanNode, Question, Skipped, Structure } from "../types.ts";

/** A plan while it is being read. */
export interface Draft {
  nodes: PlanNode[];
  byPath: Map<string, PlanNode>;
  structure: Structure[];
  skipped: Skipped[];
  questions: Question[];
  base: TimeBase;
  /** How many children of a kind a parent has so far, by "parent/kind". */
  ordinals: Map<string, number>;
  /** Work packages without a heading, by the path of what they stand under. */
  implicitWork: Map<string, PlanNode>;
  title: string;
}

export function newDraft(base: TimeBase, title: string): Draft {
  return {
    nodes: [],
    byPath: new Map(),
    structure: [],
    skipped: [],
    questions: [],
    base,
    ordinals: new Map(),
    implicitWork: new Map(),
    title,
  };
}

export type NewNode = Omit<PlanNode, "path" | "parent"> & { parent: PlanNode | null };

/** Adds a node; its path is its parent's path, its kind and its number among its like. */
export function addNode(draft: Draft, { parent, ...rest }: NewNode): PlanNode {
  const place = `${parent?.path ?? ""}/${rest.kind}`;
  const ordinal = (draft.ordinals.get(place) ?? 0) + 1;
  draft.ordinals.set(place, ordinal);
  const path = `${parent ? `${parent.path}/` : ""}${rest.kind}:${ordinal}`;
  const node: PlanNode = {
    kind: rest.kind,
    path,
    text: rest.text,
    lines: [...rest.lines],
    parent: parent?.path ?? null,
  };
  for (const [key, value] of Object.entries(rest)) {
    if (value !== undefined && !(key in node)) Object.assign(node, { [key]: value });
  }
  draft.nodes.push(node);
  draft.byPath.set(path, node);
  return node;
}

export function markStructure(draft: Draft, lines: LineRange, as: Structure["as"]): void {
  draft.structure.push({ lines: [...lines], as });
}

export function skip(draft: Draft, lines: LineRange, why: string): void {
  draft.skipped.push({ lines: [...lines], why });
}

/** Nearest node of a kind at or above a node. */
export function enclosing(draft: Draft, node: PlanNode | null, kind: NodeKind): PlanNode | null {
  let current = node;
  while (current && current.kind !== kind)
    current = current.parent === null ? null : (draft.byPath.get(current.parent) ?? null);
  return current;
}
