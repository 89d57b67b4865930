import { type LabelRole, labelRole, splitLabel } from "../labels.ts";
import type { Block } from "../markdown/blocks.ts";
import type { LineRange, NodeKind, PlanNode } from "../types.ts";
import { type Draft, markStructure, skip } from "./draft.ts";
import type { Area } from "./heading.ts";
import { setAttribute } from "./attributes.ts";
import { describesRisk } from "./about.ts";
import { addItemNode, type Sink, sinkFor, takeInline, takeItems } from "./items.ts";
import { holderOf, type Place } from "./place.ts";
import { takeTable } from "./tables.ts";

export interface BlockContext {
  place: Place;
  /** Whether the section holds work directly, so its metrics are criteria of that work. */
  leaf: boolean;
  /** What entries become before any label; null when entries without a label mean nothing here. */
  sink: Sink | null;
  /** Whether a heading that is a label set `sink`. */
  explicit?: boolean;
  /** Why entries without a label are left out. */
  why: string;
}

interface Cursor extends BlockContext {
  /** Whether `sink` was set by a label that still waits for its entries. */
  waiting: boolean;
  explicit: boolean;
  /** The sink the section began with. */
  first: Sink | null;
}

// Under a heading such as "Purpose" a sentence says as much as an entry.
const SAID_IN_PROSE = new Set<NodeKind | null>(["objective", "overview"]);

/** Reads the blocks of one section in order: labels choose what the entries after them become. */
export function takeBlocks(draft: Draft, blocks: readonly Block[], context: BlockContext): void {
  const cursor: Cursor = {
    ...context,
    waiting: context.explicit === true && SAID_IN_PROSE.has(context.sink?.kind ?? null),
    explicit: context.explicit ?? false,
    first: context.sink,
  };
  blocks.forEach((block, index) => takeBlock(draft, { block, next: blocks[index + 1], cursor, context }));
}

interface Step {
  block: Block;
  next: Block | undefined;
  cursor: Cursor;
  context: BlockContext;
}

function takeBlock(draft: Draft, step: Step): void {
  const { block, cursor } = step;
  switch (block.type) {
    case "line":
      takeLine(draft, block, step);
      return;
    case "list":
      takeList(draft, block, cursor);
      return;
    case "table":
      takeTable(draft, block, {
        place: cursor.place,
        leaf: cursor.leaf,
        sink: cursor.sink,
        explicit: cursor.explicit,
      });
      return;
    case "fence":
      markStructure(draft, block.lines, "fence");
      return;
    case "ignored":
      skip(draft, block.lines, block.why);
      return;
    default:
  }
}

function takeList(draft: Draft, block: Extract<Block, { type: "list" }>, cursor: Cursor): void {
  const { place, leaf, explicit } = cursor;
  // Boxes to tick beside labelled lists are things to do.
  const boxes = block.items.every((item) => item.checked !== null);
  const tasks = cursor.sink === null && place.area === "plan" && place.work !== null && boxes;
  const sink: Sink = tasks ? { kind: "activity" } : (cursor.sink ?? { kind: null, why: cursor.why });
  cursor.waiting = false;
  const skippedBefore = draft.skipped.length;
  takeItems(draft, block.items, { sink, place, leaf, explicit });
  const holder = holderOf(place);
  if (cursor.sink === null && holder && draft.skipped.length > skippedBefore) {
    draft.questions.push({
      code: "list_without_label",
      lines: [...block.lines],
      message: `What does this list under “${holder.text}” hold: deliverables, activities or success criteria? A label above it would say so.`,
    });
  }
}

type Line = Extract<Block, { type: "line" }>;

function takeLine(draft: Draft, block: Line, step: Step): void {
  const { cursor, next } = step;
  const labelled = splitLabel(block.text);
  const alone = !labelled && (block.bold || next?.type === "list" || next?.type === "table");
  const known = labelled ? labelled.role : alone ? labelRole(block.text) : null;
  // In a section about the whole plan, "Team" is a group of numbers or risks, not an aside.
  const role = known && namesGroup(known, cursor.place.area) ? null : known;
  if (role) {
    const label = (labelled?.label ?? block.text).replace(/\s*:$/, "");
    const knownLabel = { role, label, rest: labelled?.rest ?? "", lines: block.lines };
    if (takeKnownLabel(draft, knownLabel, cursor)) return;
  } else if (labelled?.rest === "" || block.bold) {
    openGroup(draft, block, step);
    return;
  }
  if (cursor.place.area === "kpis" && labelled?.rest) {
    const sink = cursor.sink?.kind === "kpi" ? cursor.sink : { kind: "kpi" as const };
    takeInline(draft, { text: block.text, lines: block.lines, single: true }, { ...cursor, sink });
    return;
  }
  takeProse(draft, block, cursor);
}

function namesGroup(role: LabelRole, area: Area): boolean {
  if (area === "plan") return false;
  return role === "aside" || (area === "factors" && role !== "factors");
}

interface KnownLabel {
  role: NonNullable<ReturnType<typeof labelRole>>;
  rest: string;
  lines: LineRange;
  label: string;
}

// Labels that only repeat what the section is about, and so group nothing.
const GENERIC =
  /^(?:risks?|riesgos?|mitigations?|mitigaci[oó]n|kpis?|milestones?|hitos?|overview|resumen|success factors?)$/i;

// "Risk:" announces one, commas and all; "Risks:" announces a list.
const ONE = /^(?:risk|riesgo|milestone|hito|deliverable|entregable|activity|actividad|criterion|criterio)$/i;

function takeKnownLabel(draft: Draft, { role, rest, lines, label }: KnownLabel, cursor: Cursor): boolean {
  const holder = attributeHolder(draft, cursor.place);
  if (rest && holder && setAttribute(draft, holder, { role, rest, lines, label })) {
    markStructure(draft, lines, "label");
    return true;
  }
  const sink = sinkFor(role, cursor.place, cursor.leaf);
  if (!sink) return false;
  const group = sink.kind && cursor.place.area !== "plan" && !GENERIC.test(label) ? { group: label } : {};
  cursor.sink = sink.kind ? { ...sink, ...group, groupLine: lines[0] } : withLabel(sink, label);
  cursor.explicit = true;
  cursor.waiting = rest === "";
  // An objective said in one line is complete: a list after it is about something else.
  const complete = sink.kind === "objective" && rest !== "";
  if (sink.kind === null && sink.waits === undefined) skip(draft, lines, sink.why);
  else {
    markStructure(draft, lines, "label");
    if (rest)
      takeInline(
        draft,
        { text: rest, lines, single: ONE.test(label) },
        { sink: cursor.sink, place: cursor.place, leaf: cursor.leaf, explicit: cursor.explicit },
      );
  }
  if (complete) Object.assign(cursor, { sink: cursor.first, explicit: false });
  return true;
}

function withLabel(sink: Sink, label: string): Sink {
  return sink.kind === null && sink.waits !== undefined ? { ...sink, waits: label } : sink;
}

function attributeHolder(draft: Draft, place: Place): PlanNode | null {
  if (place.area === "plan") return holderOf(place);
  if (place.own) return place.own;
  return place.area === "risks" ? (draft.nodes.findLast((node) => node.kind === "risk") ?? null) : null;
}

function riskKind(group: string, sink: Sink | null): "risk" | "mitigation" {
  if (MITIGATES.test(group)) return "mitigation";
  return sink?.kind === "mitigation" && !/risk|riesgo/i.test(group) ? "mitigation" : "risk";
}

const MITIGATES = /mitigat|mitigaci|contingen|response|respuesta/i;

/** A label nobody knows names a group where groups make sense, and otherwise leaves out what follows it. */
function openGroup(draft: Draft, block: Line, { cursor, context, next }: Step): void {
  const group = block.text.replace(/\s*:$/, "");
  const { area } = cursor.place;
  if (area === "plan" && !cursor.sink?.kind && !context.sink) {
    const why = unknownLabel(group);
    skip(draft, block.lines, why);
    Object.assign(cursor, { sink: { kind: null, why }, explicit: true });
    return;
  }
  if (area === "risks" && openRisk(draft, block, { cursor, next })) return;
  markStructure(draft, block.lines, "label");
  if (area === "risks") cursor.sink = { kind: riskKind(group, cursor.sink), group };
  else if (area === "factors") cursor.sink = { kind: "successFactor", group, groupLine: block.lines[0] };
  else if (area === "kpis") cursor.sink = { kind: "kpi", group };
  else if (area === "overview") cursor.sink = { kind: "overview", group };
  else if (area === "milestones") cursor.sink = { kind: "milestone", group };
  else cursor.sink = inPlan(cursor.sink, group);
  cursor.waiting = true;
  cursor.explicit = true;
}

const NUMBERED_RISK = /^(?:risk|riesgo)\s?#?\d{1,3}\s?[:.–—-]\s*\S/iu;

/** "**Risk 2: A rival appears**" over its probability and response is a risk, not a group of them. */
function openRisk(draft: Draft, block: Line, { cursor, next }: Pick<Step, "cursor" | "next">): boolean {
  const described = next?.type === "list" && describesRisk(next.items.map(({ text }) => text));
  if (!described && !NUMBERED_RISK.test(block.text)) return false;
  const { place } = cursor;
  const item = { text: block.text.replace(/\s*:$/, ""), lines: block.lines, checked: null };
  const parent = place.period ?? place.phase;
  const own = addItemNode(draft, item, { parent, sink: { kind: "risk" }, place });
  Object.assign(cursor, { place: { ...place, own }, sink: null, explicit: false, waiting: false });
  return true;
}

function inPlan(sink: Sink | null, group: string): Sink {
  if (sink?.kind) return { kind: sink.kind, group };
  return { kind: null, why: unknownLabel(group) };
}

function unknownLabel(group: string): string {
  return `“${group.slice(0, 60)}” is not a label this plan reader knows`;
}

function takeProse(draft: Draft, block: Line, cursor: Cursor): void {
  if (cursor.waiting && cursor.sink?.kind) {
    takeInline(
      draft,
      { text: block.text, lines: block.lines },
      { sink: cursor.sink, place: cursor.place, leaf: cursor.leaf, explicit: true },
    );
    return;
  }
  const holder = cursor.place.area === "plan" ? holderOf(cursor.place) : null;
  const last = draft.nodes.at(-1);
  const heads = holder && (last === holder || (last?.kind === "objective" && last.parent === holder.path));
  if (holder && heads) holder.notes = holder.notes ? `${holder.notes}\n${block.text}` : block.text;
  else skip(draft, block.lines, "prose; only lists, tables and labelled lines become part of the plan");
}
