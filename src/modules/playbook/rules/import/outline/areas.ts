import { splitLabel } from "../labels.ts";
import type { Block } from "../markdown/blocks.ts";
import { resolveSpan } from "../time/resolve.ts";
import type { NodeKind, PlanNode } from "../types.ts";
import { folded } from "../words.ts";
import { saysAbout } from "./about.ts";
import { takeBlocks } from "./blocks.ts";
import { type Draft, markStructure, skip } from "./draft.ts";
import { findPhase } from "./find-phase.ts";
import { type Area, areaOfLabel, type Heading } from "./heading.ts";
import { addItemNode, type Sink } from "./items.ts";
import type { Place } from "./place.ts";
import type { Section } from "./sections.ts";

const SINKS: Record<Exclude<Area, "plan">, Sink> = {
  overview: { kind: "overview" },
  kpis: { kind: "kpi" },
  factors: { kind: "successFactor" },
  risks: { kind: "risk" },
  milestones: { kind: "milestone" },
};

/** Reads a section about the plan as a whole: overview, KPIs, success factors, risks, milestones. */
export function takeArea(draft: Draft, section: Section, place: Place): void {
  const { heading } = section;
  if (heading?.role === "skip") {
    skip(draft, section.lines, heading.why);
    return;
  }
  markStructure(draft, [section.lines[0], section.lines[0]], "heading");
  const inner = placeUnder(draft, heading, place);
  if (inner.area === "plan") return;
  const own = ownNode(draft, section, inner);
  if (own) {
    takeBlocks(draft, section.blocks, { place: { ...inner, own }, leaf: false, sink: null, why: "" });
    return;
  }
  const sink = aims(heading, inner) ?? sinkOf(heading, inner.area, inner.group);
  takeBlocks(draft, section.blocks, { place: inner, leaf: false, sink, why: "" });
  for (const child of section.children) takeArea(draft, child, { ...inner, group: groupOf(child, inner) });
}

function groupOf(child: Section, place: Place): string | undefined {
  const { heading } = child;
  const named = place.area === "factors" || place.area === "overview";
  const groups = heading?.role === "label" && (named || heading.label === "aside");
  return heading?.role === "plain" || groups ? child.text : undefined;
}

// "### Risk 2: A rival appears" over its probability and response: the heading itself is the risk.
function ownNode(draft: Draft, section: Section, place: Place): PlanNode | null {
  const { heading } = section;
  const kind = OWN_KINDS[place.area];
  if (!kind || heading?.role !== "plain") return null;
  if (section.children.length > 0 || !section.blocks.every((block) => saysAboutIt(block))) return null;
  if (kind === "kpi" && !section.blocks.some((block) => statesGoal(block))) return null;
  const parent = place.period ?? place.phase;
  const item = { text: section.text, lines: section.lines, checked: null };
  return addItemNode(draft, item, { parent, sink: { kind }, place });
}

const OWN_KINDS: Partial<Record<Area, NodeKind>> = { risks: "risk", milestones: "milestone", kpis: "kpi" };

// "### Customers" over "Target: 500".
function statesGoal(block: Block): boolean {
  if (block.type === "line") return splitLabel(block.text)?.role === "goal";
  return block.type === "list" && block.items.some((item) => splitLabel(item.text)?.role === "goal");
}

function saysAboutIt(block: Block): boolean {
  if (block.type === "line") return !block.text.endsWith(":") || splitLabel(block.text)?.role !== null;
  if (block.type !== "list") return block.type !== "table";
  return block.items.every((item) => saysAbout(item.text));
}

// "Phase 1 goals" are what the phase is for, not numbers to reach.
function aims(heading: Heading | null, place: Place): Sink | null {
  const title = heading && heading.role === "area" && heading.phase !== null ? folded(heading.title) : "";
  return place.phase && /\b(?:goals?|objectives?|objetivos?)$/.test(title) ? { kind: "objective" } : null;
}

function sinkOf(heading: Heading | null, area: Exclude<Area, "plan">, group: string | undefined): Sink {
  const mitigates = heading?.role === "label" && heading.label === "mitigations";
  const sink: Sink =
    mitigates || /^(?:mitigat|contingen|mitigaci)/.test(folded(group ?? ""))
      ? { kind: "mitigation" }
      : SINKS[area];
  return group && sink.kind ? { kind: sink.kind, group } : sink;
}

function placeUnder(draft: Draft, heading: Heading | null, place: Place): Place {
  if (!heading || heading.role === "skip") return place;
  const area = areaFor(heading, place.area);
  const title = heading.title;
  const group = place.group ?? (area === "factors" && place.group === undefined ? title : undefined);
  const named = namedPhase(draft, heading) ?? place.phase;
  const time = "time" in heading ? heading.time : null;
  const span = time ? resolveSpan(time, { base: draft.base, within: named?.span }) : undefined;
  return {
    ...place,
    area,
    group,
    phase: named,
    period: named === place.phase ? place.period : null,
    work: null,
    span: span ?? place.span,
  };
}

function areaFor(heading: Heading, area: Area): Area {
  if (heading.role === "area") return heading.area;
  if (heading.role === "label" && area !== "overview") return areaOfLabel(heading.label) ?? area;
  return area;
}

function namedPhase(draft: Draft, heading: Heading): PlanNode | null {
  const number = heading.role === "area" ? heading.phase : heading.role === "phase" ? heading.number : null;
  const time = heading.role === "skip" || heading.role === "label" ? null : heading.time;
  return findPhase(draft, { number, time, text: heading.title });
}
