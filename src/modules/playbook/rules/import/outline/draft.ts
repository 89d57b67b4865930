import type { TimeBase } from "../time/resolve.ts";
import type { LineRange, PlanNode, Question, Skipped, Structure } from "../types.ts";

/** A label such as "Depends on", kept until every work package is known. */
export interface Wait {
  node: PlanNode;
  names: string;
  label: string;
  lines: LineRange;
}

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
  language: "en" | "es";
  /** Whether headings name phases; if so, lists and tables of phases only repeat them. */
  phasesInHeadings: boolean;
  /** Names of work that steps wait for, as their labels say them. */
  waits: Wait[];
  /** Tables about the plan as a whole, kept until every phase they may name is known. */
  laterTables: (() => void)[];
}

export function newDraft({ base, title, language }: Pick<Draft, "base" | "title" | "language">): Draft {
  return {
    language,
    phasesInHeadings: false,
    laterTables: [],
    waits: [],
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

export type NewNode = {
  [Key in keyof Omit<PlanNode, "path" | "parent">]:
    | PlanNode[Key]
    | (undefined extends PlanNode[Key] ? undefined : never);
} & {
  parent: PlanNode | null;
};

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

/** The label of a phase that has none of its own: the number it comes at. */
export function nextPhaseLabel(draft: Draft): string {
  const word = draft.language === "es" ? "Fase" : "Phase";
  return `${word} ${(draft.ordinals.get("/phase") ?? 0) + 1}`;
}

export function markStructure(draft: Draft, lines: LineRange, as: Structure["as"]): void {
  draft.structure.push({ lines: [...lines], as });
}

export function skip(draft: Draft, lines: LineRange, why: string): void {
  draft.skipped.push({ lines: [...lines], why });
}
