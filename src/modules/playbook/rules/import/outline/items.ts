import { type LabelRole, splitLabel } from "../labels.ts";
import type { Item } from "../markdown/blocks.ts";
import { dueOf } from "../time/resolve.ts";
import type { Due, LineRange, NodeKind, PlanNode } from "../types.ts";
import { splitInlineList } from "../words.ts";
import { setAttribute, waitFor } from "./attributes.ts";
import { splitClauses } from "./clauses.ts";
import { addNode, type Draft, markStructure, skip } from "./draft.ts";
import { splitRatings, splitResponse, withoutName } from "./stated-risk.ts";
import { ownerIn } from "./stated-owner.ts";
import { holderOf, type Place, workOf } from "./place.ts";
import { spanAround, statedDue } from "./stated-due.ts";

/** What items under a label become. */
export type Sink =
  | { kind: NodeKind; group?: string; groupLine?: number }
  | { kind: null; why: string; waits?: string };

const KIND_OF: Partial<Record<LabelRole, NodeKind>> = {
  deliverables: "deliverable",
  activities: "activity",
  criteria: "criterion",
  kpis: "kpi",
  objective: "objective",
  risks: "risk",
  mitigations: "mitigation",
  milestones: "milestone",
  factors: "successFactor",
  overview: "overview",
};

const WORK_ROLES = new Set<LabelRole>(["deliverables", "activities", "criteria", "objective"]);
const ASIDE = "it is about resources or notes, which the plan does not track";

/** What stands under a label at a place: metrics of a work package are criteria, those of a phase are KPIs. */
export function sinkFor(role: LabelRole, place: Place, leaf: boolean): Sink | null {
  if (place.area === "overview") return { kind: "overview" };
  if (role === "aside") return { kind: null, why: ASIDE };
  if (role === "dependsOn") return waitingSink(place);
  if (place.area !== "plan" && WORK_ROLES.has(role)) {
    return place.area === "kpis"
      ? { kind: "kpi" }
      : { kind: null, why: "it stands in a section about something else" };
  }
  if (role === "metrics" || role === "goal")
    return { kind: place.area === "plan" && (place.work || leaf) ? "criterion" : "kpi" };
  if (role === "objective" && !holderOf(place)) return { kind: "overview" };
  const kind = KIND_OF[role];
  return kind ? { kind } : null;
}

/** Entries under "Depends on" name work that the step above waits for. */
function waitingSink(place: Place): Sink {
  const waits = place.area === "plan" && holderOf(place) !== null;
  return waits
    ? { kind: null, why: ASIDE, waits: "Depends on" }
    : { kind: null, why: "it stands under no step of the plan that could wait for something" };
}

/** The node that items of a kind belong to at a place. */
export function parentFor(
  draft: Draft,
  kind: NodeKind,
  at: { place: Place; lines: LineRange; leaf: boolean },
): PlanNode | null {
  const { place, lines, leaf } = at;
  if (kind === "deliverable" || kind === "activity") return workOf(draft, place, lines);
  if (kind === "criterion")
    return place.work || leaf || !holderOf(place) ? workOf(draft, place, lines) : holderOf(place);
  if (kind === "kpi" || kind === "milestone" || kind === "risk") return place.period ?? place.phase;
  if (kind === "mitigation") return place.own ?? place.phase;
  return kind === "objective" ? holderOf(place) : null;
}

export interface Target {
  sink: Sink;
  place: Place;
  leaf: boolean;
  /** Whether a label announced the entries; "Team: 5 people" under one is an entry, not a label. */
  explicit: boolean;
}

/** Turns list entries into nodes. */
export function takeItems(draft: Draft, items: readonly Item[], target: Target): void {
  for (const item of items) takeItem(draft, item, { ...target, parent: undefined });
}

interface ItemTarget extends Target {
  /** The entry this one is nested in. */
  parent: PlanNode | undefined;
}

function takeItem(draft: Draft, item: Item, target: ItemTarget): void {
  const { sink, place, leaf } = target;
  const labelled = splitLabel(item.text);
  if (labelled?.role || (item.children.length > 0 && splitLabel(`${item.text}:`)?.role)) {
    const taken = takeLabelledItem(draft, item, target);
    if (taken) return;
  }
  if (sink.kind === null) {
    const holder = sink.waits === undefined ? null : holderOf(place);
    if (holder && sink.waits !== undefined) {
      waitFor(draft, holder, { names: item.text, label: sink.waits, lines: wholeRange(item) });
      markStructure(draft, wholeRange(item), "label");
    } else skip(draft, wholeRange(item), sink.why);
    return;
  }
  if (item.text === "") {
    skip(draft, item.lines, "the entry is empty");
    for (const child of item.children) takeItem(draft, child, target);
    return;
  }
  const parent =
    target.parent ??
    factorGroup(draft, target, item.lines) ??
    parentFor(draft, sink.kind, { place, lines: item.lines, leaf });
  const node = addItemNode(draft, item, { parent, sink: { ...sink, kind: sink.kind }, place });
  for (const child of item.children) takeItem(draft, child, { ...target, parent: node });
}

function wholeRange(item: Item): LineRange {
  let last = item.lines[1];
  for (const child of item.children) last = Math.max(last, wholeRange(child)[1]);
  return [item.lines[0], last];
}

function factorGroup(draft: Draft, { sink, place }: Target, lines: LineRange): PlanNode | undefined {
  if (sink.kind !== "successFactor") return undefined;
  const text = sink.group ?? place.group ?? "";
  const last = draft.nodes.findLast((node) => node.kind === "successFactorGroup");
  if (last && last.text === text) {
    last.lines[1] = lines[1];
    return last;
  }
  const first = sink.groupLine ?? lines[0];
  return addNode(draft, { kind: "successFactorGroup", text, lines: [first, lines[1]], parent: null });
}

interface ItemPlacement {
  parent: PlanNode | null;
  sink: { kind: NodeKind; group?: string };
  place: Place;
}

/** Adds one entry as a node, with the time and the risk's figures that its text states. */
export function addItemNode(
  draft: Draft,
  item: Pick<Item, "text" | "lines" | "checked">,
  placement: ItemPlacement,
): PlanNode {
  const { parent, sink, place } = placement;
  const split = sink.kind === "risk" ? splitResponse(item.text) : null;
  const within = parent ? (parent.span ?? spanAround(draft, parent)) : undefined;
  const clauses = splitClauses(sink.kind, item.text);
  const rated = sink.kind === "risk" ? splitRatings(split?.risk ?? item.text) : null;
  const node = addNode(draft, {
    kind: sink.kind,
    ...clauses,
    text: rated ? withoutName(rated.text) : clauses.text,
    probability: rated?.probability,
    impact: rated?.impact,
    lines: item.lines,
    parent,
    group: sink.kind === "successFactor" ? undefined : sink.group,
    state: item.checked === null ? undefined : item.checked ? "done" : "open",
    due: statedDue(draft, clauses.text, { kind: sink.kind, within }) ?? areaDue(sink.kind, parent, place),
    owner: ownerIn(clauses.text, sink.kind),
  });
  if (split) addNode(draft, { kind: "mitigation", text: split.response, lines: item.lines, parent: node });
  return node;
}

// KPIs under "Metrics (Months 1-6)" are due with that time where no phase of the plan carries it.
function areaDue(kind: NodeKind, parent: PlanNode | null, place: Place): Due | undefined {
  return kind === "kpi" && !parent && place.span ? dueOf(place.span) : undefined;
}

function takeLabelledItem(draft: Draft, item: Item, target: ItemTarget): boolean {
  const labelled = splitLabel(item.text) ?? {
    label: item.text,
    role: splitLabel(`${item.text}:`)?.role ?? null,
    rest: "",
  };
  const { role, rest } = labelled;
  if (!role) return false;
  if (takeAttribute(draft, { role, rest, lines: item.lines }, target)) return true;
  const answers = target.parent && (role === "mitigations" || isAboutDeliverable(role, target));
  const plain = item.children.length === 0 && !answers;
  if (target.explicit && (plain || role === "aside")) return false;
  const sink = nestedSink(role, target);
  if (!sink || (!rest && item.children.length === 0)) return false;
  if (sink.kind === target.sink.kind && rest && item.children.length === 0 && target.parent === undefined)
    return false;
  markStructure(draft, item.lines, "label");
  const nested: ItemTarget = {
    ...target,
    sink,
    parent: sink.kind === "mitigation" ? target.parent : undefined,
  };
  if (rest) takeInline(draft, { text: rest, lines: item.lines }, nested);
  for (const child of item.children) takeItem(draft, child, nested);
  return true;
}

function takeAttribute(
  draft: Draft,
  { role, rest, lines }: { role: LabelRole; rest: string; lines: LineRange },
  target: ItemTarget,
): boolean {
  if (!rest || (!target.parent && target.explicit)) return false;
  const node = target.parent ?? (target.place.area === "plan" ? holderOf(target.place) : target.place.own);
  if (!node || !setAttribute(draft, node, { role, rest, lines })) return false;
  node.lines[1] = Math.max(node.lines[1], lines[1]);
  markStructure(draft, lines, "label");
  return true;
}

const ABOUT_DELIVERABLE = new Set<LabelRole>(["criteria", "metrics", "goal", "activities"]);

function isAboutDeliverable(role: LabelRole, { parent, place }: ItemTarget): boolean {
  return parent?.kind === "deliverable" && place.area === "plan" && ABOUT_DELIVERABLE.has(role);
}

function nestedSink(role: LabelRole, target: ItemTarget): Sink | null {
  const answers = target.sink.kind === "risk" || target.place.own !== null;
  if (answers && role === "mitigations") return { kind: "mitigation" };
  if (target.place.area !== "plan") return null;
  // Under a deliverable stand its criteria and its steps; other labels there are words of an entry.
  if (target.parent && role !== "mitigations" && !isAboutDeliverable(role, target)) return null;
  return sinkFor(role, target.place, target.leaf);
}

/** Takes "a, b, c" after a label; an objective, a risk's response or a KPI stays whole. */
export function takeInline(
  draft: Draft,
  piece: { text: string; lines: LineRange; single?: boolean },
  target: Target & { parent?: PlanNode | undefined },
): void {
  const whole =
    piece.single ||
    target.sink.kind === "objective" ||
    target.sink.kind === "mitigation" ||
    target.sink.kind === "overview";
  for (const text of whole ? [piece.text] : splitInlineList(piece.text)) {
    const item: Item = {
      text,
      raw: text,
      checked: null,
      ordered: false,
      lines: [...piece.lines],
      children: [],
    };
    if (target.sink.kind === null) skip(draft, piece.lines, target.sink.why);
    else takeItem(draft, item, { ...target, parent: target.parent });
  }
}
