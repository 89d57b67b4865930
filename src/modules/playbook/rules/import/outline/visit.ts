import { labelRole } from "../labels.ts";
import { resolveSpan } from "../time/resolve.ts";
import type { TimeExpression } from "../time/expression.ts";
import type { PlanNode, Span } from "../types.ts";
import { takeArea } from "./areas.ts";
import { type BlockContext, takeBlocks } from "./blocks.ts";
import { addNode, type Draft, markStructure, type NewNode, nextPhaseLabel, skip } from "./draft.ts";
import { areaOfLabel, type Heading, readHeading } from "./heading.ts";
import { areaOfPlan, holdsOwn, isAim, isNamedStage, isStage } from "./judge-section.ts";
import { sinkFor } from "./items.ts";
import { holderOf, type Place } from "./place.ts";
import { pseudoSections, type Section } from "./sections.ts";
import * as shape from "./shape.ts";

/** A section about the plan as a whole, kept until every phase it may name is known. */
export interface Deferred {
  section: Section;
  place: Place;
}

export interface Visit {
  draft: Draft;
  deferred: Deferred[];
}

/** Reads one section at a place of the plan, and everything under it. */
export function visitSection(visit: Visit, given: Section, place: Place): void {
  const section = place.area === "plan" ? withParts(visit, given, place) : given;
  const { heading } = section;
  if (!heading) visitParts(visit, section, { place, title: null });
  else if (heading.role === "skip") skip(visit.draft, section.lines, heading.why);
  else if (place.area !== "plan") visit.deferred.push({ section, place });
  else if (heading.role === "area" && !shape.holdsWorkDeep(section)) {
    visit.deferred.push({ section, place: { ...place, area: heading.area } });
  } else if (heading.role === "label" && !visitsAsWork(section)) visitLabel(visit, section, place);
  else if (heading.role === "phase" && !(place.phase && heading.label === ""))
    visitPhase(visit, section, { place, heading });
  else if (heading.role === "time") visitTime(visit, section, { place, heading });
  else visitPlain(visit, section, place);
}

// Phases and times that are headed by a bold line, a label or a list entry count as sections from here on. A time
// among the labels of a work package only groups what it lists.
function withParts(visit: Visit, section: Section, place: Place): Section {
  if (place.work) return section;
  const role = section.heading?.role ?? "document";
  const phaseItems = !visit.draft.phasesInHeadings && !place.phase && role !== "label" && role !== "area";
  const { own, children } = pseudoSections(section, { bold: false, phaseItems });
  const phases = children.some((child) => child.heading?.role === "phase");
  const before: Section = { ...section, blocks: own, children: [] };
  const listsItems =
    role === "label" || role === "area" || (role === "plain" && shape.holdsWorkOrCriteria(before));
  if (children.length === 0 || (!phases && listsItems)) return section;
  return { ...section, blocks: own, children: [...children, ...section.children] };
}

function visitsAsWork(section: Section): boolean {
  const { heading } = section;
  return heading?.role === "label" && heading.label === "aside" && shape.holdsWork(section);
}

function visitLabel(visit: Visit, section: Section, place: Place): void {
  const { heading } = section;
  if (heading?.role !== "label") return;
  const area = areaOfLabel(heading.label) ?? areaOfPlan(visit.draft, heading.label, place);
  if (area && !(place.work && area === "kpis")) {
    visit.deferred.push({ section, place: { ...place, area } });
    return;
  }
  const { draft } = visit;
  const leaf = place.work !== null || place.leafHolder === holderOf(place);
  const sink = sinkFor(heading.label, place, leaf);
  const waits = sink?.kind === null && sink.waits !== undefined;
  if (!sink || (waits && (shape.holdsWorkDeep(section) || shape.holdsWorkOrCriteria(section)))) {
    visitPlain(visit, section, place);
    return;
  }
  if (sink.kind === null && sink.waits === undefined) {
    skip(draft, section.lines, sink.why);
    return;
  }
  markStructure(draft, [section.lines[0], section.lines[0]], "heading");
  takeBlocks(draft, section.blocks, { place, leaf, sink, explicit: true, why: "" });
  for (const child of section.children) {
    const role = child.heading?.role;
    const means = role === "label" || role === "area" || role === "skip";
    if (means || (!place.work && (role === "time" || role === "phase"))) {
      visitSection(visit, child, place);
      continue;
    }
    markStructure(draft, [child.lines[0], child.lines[0]], "heading");
    takeBlocks(draft, child.blocks, {
      place,
      leaf,
      sink: { ...sink, ...groupOf(child) },
      explicit: true,
      why: "",
    });
    for (const inner of child.children) visitSection(visit, inner, place);
  }
}

interface Visited<Role extends Heading["role"]> {
  place: Place;
  heading: Extract<Heading, { role: Role }>;
}

function visitPhase(visit: Visit, section: Section, { place, heading }: Visited<"phase">): void {
  if (
    !shape.holdsAnything(section) &&
    !(shape.holdsProse(section) && heading.time && visit.draft.phasesInHeadings)
  ) {
    skip(visit.draft, section.lines, "it looks like a phase but holds nothing");
    return;
  }
  const phase = addNode(visit.draft, {
    kind: "phase",
    text: heading.title || heading.label,
    label: heading.label || nextPhaseLabel(visit.draft),
    lines: section.lines,
    parent: null,
    ...timeOf(visit, heading.time, place),
  });
  visitParts(visit, section, { place: { ...place, phase, period: null, work: null }, title: phase });
}

function visitTime(visit: Visit, section: Section, { place, heading }: Visited<"time">): void {
  const time = timeOf(visit, heading.time, place);
  const shared = {
    text: heading.title || heading.label,
    label: heading.label,
    lines: section.lines,
    ...time,
  };
  if (!shape.holdsAnything(section) && !shape.holdsProse(section)) {
    skip(visit.draft, section.lines, "it looks like a step of the plan but holds nothing");
    return;
  }
  if (place.work) {
    visitInsideWork(visit, section, place);
    return;
  }
  const inner = shape.steps(section);
  const short = heading.time.word === "week" || heading.time.word === "sprint";
  if (!place.phase && (isStage(section, heading.time, place) || shape.isThreeLevels(section))) {
    const phase = addNode(visit.draft, { kind: "phase", ...shared, parent: null });
    visitParts(visit, section, { place: { ...place, phase }, title: phase });
  } else if (place.period && inner.length === 0) visitWork(visit, section, { place, shared });
  else if (place.phase && !place.period && short && inner.length === 0)
    visitWork(visit, section, { place, shared });
  else if (place.phase && shape.isThreeLevels(section)) {
    // A time around periods: its own span narrows theirs, but the periods are the ones below it.
    markStructure(visit.draft, [section.lines[0], section.lines[0]], "heading");
    visitParts(visit, section, { place: { ...place, span: time.span }, title: null });
  } else if (place.period) visitWork(visit, section, { place, shared });
  else {
    const period = addNode(visit.draft, { kind: "period", ...shared, parent: place.phase });
    visitParts(visit, section, { place: { ...place, period }, title: period });
  }
}

interface WorkSection {
  place: Place;
  shared: Pick<NewNode, "text" | "lines" | "label" | "span" | "timeText">;
}

function visitWork(visit: Visit, section: Section, { place, shared }: WorkSection): void {
  const work = addNode(visit.draft, {
    kind: "workPackage",
    ...shared,
    parent: holderOf({ ...place, work: null }),
  });
  if (isAim(section)) {
    const lines: [number, number] = [section.lines[0], section.lines[0]];
    addNode(visit.draft, { kind: "objective", text: work.text, lines, parent: work, implicit: true });
  }
  visitParts(visit, section, { place: { ...place, work }, title: work });
}

function visitPlain(visit: Visit, section: Section, place: Place): void {
  const heading = section.heading;
  const title = heading && "title" in heading ? heading.title : section.text;
  const time = heading && "time" in heading ? heading.time : null;
  const label = heading?.role === "plain" ? heading.label : undefined;
  const shared = { text: title || section.text, label, lines: section.lines, ...timeOf(visit, time, place) };
  const inPlan = holderOf(place) !== null;
  const inner = shape.steps(section);
  const explicit = heading?.role === "plain" && heading.explicitWork;
  const own = holdsOwn(section, { inPlan, inner });
  if (place.work) visitInsideWork(visit, section, place);
  else if (isNamedStage(section, place)) {
    const phase = addNode(visit.draft, { ...shared, kind: "phase", parent: null });
    visitParts(visit, section, { place: { ...place, phase }, title: phase });
  } else if (inner.length > 0 && time && !own && !inPlan) {
    const phase = addNode(visit.draft, {
      ...shared,
      kind: "phase",
      label: nextPhaseLabel(visit.draft),
      parent: null,
    });
    visitParts(visit, section, { place: { ...place, phase }, title: phase });
  } else if (inner.length > 0 && time && !own && place.phase && !place.period) {
    const period = addNode(visit.draft, { kind: "period", ...shared, parent: place.phase });
    visitParts(visit, section, { place: { ...place, period }, title: period });
  } else if (own || (explicit && shape.holdsAnything(section))) {
    const root =
      inner.length > 0 && !inPlan && !explicit && section.level <= 2 && !shape.holdsWorkOrCriteria(section);
    if (root) passThrough(visit, section, place);
    else visitWork(visit, section, { place, shared });
  } else passThrough(visit, section, place);
}

// Under a work package a further heading only groups: what it lists belongs to the work package.
function visitInsideWork(visit: Visit, section: Section, place: Place): void {
  markStructure(visit.draft, [section.lines[0], section.lines[0]], "heading");
  const sink = { kind: "deliverable" as const, ...groupOf(section) };
  const labelled = shape.holdsWorkOrCriteria(section);
  takeBlocks(visit.draft, section.blocks, {
    place,
    leaf: true,
    sink: labelled ? null : sink,
    why: UNLABELLED,
  });
  for (const child of section.children) visitSection(visit, child, place);
}

/** A heading that groups items, unless its words are a label's and would be read as one. */
function groupOf(section: Section): { group?: string } {
  const group = section.text.replace(/\s*:$/, "");
  const { role } = readHeading(group);
  return group === "" || role === "label" || role === "area" || role === "skip" ? {} : { group };
}

const UNLABELLED = "no label says what these entries are";

function passThrough(visit: Visit, section: Section, place: Place): void {
  markStructure(visit.draft, [section.lines[0], section.lines[0]], "heading");
  visitParts(visit, section, { place, title: null });
}

interface Parts {
  place: Place;
  /** The node this section became, or null when it is only a container. */
  title: PlanNode | null;
}

function visitParts(visit: Visit, section: Section, { place, title }: Parts): void {
  const bold = title !== null && title.kind !== "workPackage";
  const { own, children } = bold
    ? pseudoSections(section, { bold, phaseItems: false })
    : { own: section.blocks, children: [] };
  const whole: Section = { ...section, blocks: own, children: [...children, ...section.children] };
  const holds = shape.holdsWork(whole);
  const inherits = place.leafHolder !== null && place.leafHolder === holderOf(place);
  const leaf =
    title === null
      ? holds || inherits
      : title.kind === "workPackage" || holds || shape.steps(whole).length === 0;
  const within: Place = { ...place, leafHolder: leaf ? holderOf(place) : null };
  takeBlocks(visit.draft, own, contextOf(whole, { place: within, leaf, title }));
  for (const child of whole.children) visitSection(visit, child, within);
}

function contextOf(section: Section, { place, leaf, title }: Parts & { leaf: boolean }): BlockContext {
  // What is listed under an aim are the results that show it is reached.
  if (isAim(section) && title?.kind === "workPackage")
    return { place, leaf, sink: { kind: "criterion" }, why: UNLABELLED };
  const labelled = shape.holdsWorkOrCriteria(section);
  const takes = title !== null && leaf && !labelled && shape.steps(section).length === 0;
  if (!takes) return { place, leaf, sink: null, why: UNLABELLED };
  // "Week 1 tasks", "30-day goals": the title is the label.
  const role = labelRole(title.text);
  const named = role ? sinkFor(role, place, leaf) : null;
  return { place, leaf, sink: named?.kind ? named : { kind: "deliverable" }, why: UNLABELLED };
}

function timeOf(visit: Visit, time: TimeExpression | null, place: Place): Pick<NewNode, "span" | "timeText"> {
  const span = spanOf(visit, time, place);
  return span ? { span, timeText: time?.text } : {};
}

/** The span a heading names, placed after its elder siblings. */
function spanOf(visit: Visit, time: TimeExpression | null, place: Place): Span | undefined {
  if (!time) return undefined;
  const within = holderOf(place)?.span ?? place.span;
  const previous = visit.draft.nodes.findLast(
    (node) => node.span && node.parent === (holderOf(place)?.path ?? null) && !node.implicit,
  );
  return resolveSpan(time, { base: visit.draft.base, within, previous: previous?.span });
}

/** Reads what was kept for later, in the order of the document. */
export function visitDeferred(visit: Visit): void {
  const tables = visit.draft.laterTables;
  for (const read of tables.splice(0)) read();
  for (const { section, place } of visit.deferred.splice(0)) takeArea(visit.draft, section, place);
  for (const read of tables.splice(0)) read();
}
