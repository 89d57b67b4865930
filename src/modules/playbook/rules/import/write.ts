import { readHeading } from "./outline/heading.ts";
import { nameOfWork, workNames } from "./outline/work-names.ts";
import type { ImportedPlan, NodeKind, PlanNode } from "./types.ts";
import { escapeText } from "./write/escape.ts";
import { LABELS, type Words } from "./write/labels.ts";
import { bulletOf, factsOf, headingOf } from "./write/lines.ts";

interface Writer {
  out: string[];
  words: Words;
  children: Map<string, PlanNode[]>;
  /** The names of the work that a work package waits for. */
  waitsFor: (node: PlanNode) => string | null;
}

/**
 * A plan as clean Markdown: headings, labels and lists, in the order of its nodes, with nothing about where it
 * came from. Reading the result gives the same nodes: kinds, texts, order, spans, states and targets.
 */
export function writePlanMarkdown(
  plan: Pick<ImportedPlan, "title" | "language" | "calendarStart" | "nodes"> &
    Partial<Pick<ImportedPlan, "currency" | "start">>,
): string {
  const writer: Writer = {
    out: [],
    words: LABELS[plan.language],
    // The objective that a heading states is read from the heading again.
    children: Map.groupBy(
      plan.nodes.filter((node) => node.kind !== "objective" || !node.implicit),
      (node) => node.parent ?? "",
    ),
    waitsFor: waitingNames(plan.nodes),
  };
  writer.out.push("---", `lang: ${plan.language}`, ...frontmatterOf(plan), "---", "");
  writer.out.push(`# ${escapeText(plan.title)}`, "");
  writeChildren(writer, "", { level: 2, headed: true });
  return `${writer.out.join("\n").trimEnd()}\n`;
}

function frontmatterOf({
  calendarStart,
  currency,
  start,
}: Pick<ImportedPlan, "calendarStart"> & Partial<Pick<ImportedPlan, "currency" | "start">>): string[] {
  return [
    ...(currency ? [`currency: ${currency}`] : []),
    ...(start ? [`start: ${start}`] : []),
    ...(calendarStart === null ? [] : [`starts: "${calendarStart}"`]),
  ];
}

function waitingNames(nodes: readonly PlanNode[]): Writer["waitsFor"] {
  if (!nodes.some((node) => node.dependsOn)) return () => null;
  const names = workNames(nodes);
  const byPath = new Map(nodes.map((node) => [node.path, node]));
  return ({ dependsOn }) =>
    dependsOn ? dependsOn.map((path) => nameOfWork(names, byPath, path)).join("; ") : null;
}

interface Depth {
  /** Level of the headings of the children. */
  level: number;
  /** Whether labels must be headings, because a heading of this level stands before them. */
  headed: boolean;
}

const STEPS = new Set<NodeKind>(["phase", "period", "workPackage"]);
const LABEL_LINES = new Set<string>(["deliverable", "activity", "criterion", "objective"]);

/** Items of one area are written under one heading or label. */
type Area = keyof Words["items"];

function areaOf({ kind }: PlanNode): Area {
  if (kind === "risk" || kind === "mitigation") return "risks";
  if (kind === "successFactorGroup") return "successFactor";
  return kind as Area;
}

/** Writes the children of one node: steps as headings, runs of like items under one label each. */
function writeChildren(writer: Writer, path: string, { level, headed }: Depth): void {
  let nowHeaded = headed;
  for (const run of runsOf(writer.children.get(path) ?? [])) {
    const [first] = run;
    if (!first) continue;
    if (STEPS.has(first.kind)) {
      writeStep(writer, first, { level, headed: nowHeaded });
      nowHeaded ||= first.implicit !== true;
      continue;
    }
    nowHeaded ||= !LABEL_LINES.has(areaOf(first));
    writeRun(writer, run, { level, headed: nowHeaded });
  }
}

function runsOf(nodes: readonly PlanNode[]): PlanNode[][] {
  const runs: PlanNode[][] = [];
  for (const node of nodes) {
    const run = runs.at(-1);
    const [first] = run ?? [];
    const joins =
      run && first && !STEPS.has(first.kind) && !STEPS.has(node.kind) && areaOf(first) === areaOf(node);
    if (joins) run.push(node);
    else runs.push([node]);
  }
  return runs;
}

function writeStep(writer: Writer, node: PlanNode, depth: Depth): void {
  if (node.implicit) {
    writeImplicit(writer, node, depth);
    return;
  }
  const children = writer.children.get(node.path) ?? [];
  writer.out.push(`${hashes(depth.level)} ${headingOf(node, writer.words)}`, "");
  for (const note of node.notes?.split("\n") ?? []) writer.out.push(escapeText(note), "");
  for (const [label, value] of factsOf(node, writer.words)) {
    writer.out.push(`**${label}:** ${escapeText(value)}`, "");
  }
  const waits = writer.waitsFor(node);
  if (waits !== null) writer.out.push(`**${writer.words.dependsOn}:** ${escapeText(waits)}`, "");
  // A step with nothing in it would be taken for a heading that only looks like one.
  const onlyAims = !children.some((child) => child.kind !== "objective");
  if (onlyAims && (node.kind === "workPackage" || children.length === 0)) {
    writer.out.push(`**${writer.words.items.deliverable}:**`, "");
  }
  // A group called "Week 1" would begin a new step as a label; under a heading it stays a group.
  const labelled = children.flatMap((child) =>
    child.implicit ? (writer.children.get(child.path) ?? []) : child,
  );
  const headed = labelled.some(({ group }) => group !== undefined && !isOnlyGroup(group));
  writeChildren(writer, node.path, { level: depth.level + 1, headed });
}

function isOnlyGroup(group: string): boolean {
  const heading = readHeading(group);
  return heading.role === "plain" && heading.as === undefined;
}

// The items stand under the parent's own labels. A first label for deliverables, even an empty one, says that
// the parent holds work, so that criteria beside real work packages find their way back here.
function writeImplicit(writer: Writer, node: PlanNode, { level, headed }: Depth): void {
  const children = writer.children.get(node.path) ?? [];
  const siblings = writer.children.get(node.parent ?? "") ?? [];
  const waits = writer.waitsFor(node);
  if (waits !== null) {
    const label = writer.words.dependsOn;
    if (headed) writer.out.push(`${hashes(level)} ${label}`, "", `- ${escapeText(waits)}`, "");
    else writer.out.push(`**${label}:** ${escapeText(waits)}`, "");
  }
  const holdsWork = children.some((child) => child.kind === "deliverable" || child.kind === "activity");
  if (!holdsWork && siblings.some((other) => other !== node && STEPS.has(other.kind))) {
    const label = writer.words.items.deliverable;
    writer.out.push(headed ? `${hashes(level)} ${label}` : `**${label}:**`, "");
  }
  writeChildren(writer, node.path, { level, headed });
}

function writeRun(writer: Writer, run: readonly PlanNode[], { level, headed }: Depth): void {
  const [first] = run;
  if (!first) return;
  const area = areaOf(first);
  const label = writer.words.items[area];
  if (area === "objective" && !headed && run.every((node) => isPlain(writer, node))) {
    for (const node of run) writer.out.push(`**${label}:** ${escapeText(node.text)}`, "");
    return;
  }
  const head = headed ? `${hashes(level)} ${label}` : `**${label}:**`;
  writer.out.push(head, "");
  if (area === "successFactor") writeFactors(writer, run);
  else writeGroups(writer, run, { level, headed, head });
  writer.out.push("");
}

function isPlain(writer: Writer, node: PlanNode): boolean {
  return (
    node.group === undefined &&
    node.state === undefined &&
    !writer.children.has(node.path) &&
    factsOf(node, writer.words).length === 0
  );
}

function writeFactors(writer: Writer, groups: readonly PlanNode[]): void {
  for (const group of groups) {
    startPart(writer, `**${escapeText(group.text)}:**`);
    for (const node of writer.children.get(group.path) ?? []) writeItem(writer, node, 0);
  }
}

function writeGroups(
  writer: Writer,
  run: readonly PlanNode[],
  { level, headed, head }: Depth & { head: string },
): void {
  let group: string | undefined;
  let kind: NodeKind = run[0]?.kind === "mitigation" ? "risk" : (run[0]?.kind ?? "overview");
  for (const node of run) {
    if (node.group !== group || node.kind !== kind) {
      const own = writer.words.items[node.kind as Area];
      const asHeading = headed && LABEL_LINES.has(node.kind);
      if (node.group === undefined) startPart(writer, asHeading ? head : `**${own}:**`);
      else {
        if (node.kind !== kind) startPart(writer, `**${own}:**`);
        const text = escapeText(node.group);
        startPart(writer, asHeading ? `${hashes(level + 1)} ${text}` : `**${text}:**`);
      }
    }
    ({ group, kind } = node);
    writeItem(writer, node, 0);
  }
}

function startPart(writer: Writer, line: string): void {
  if (writer.out.at(-1) !== "") writer.out.push("");
  writer.out.push(line, "");
}

function writeItem(writer: Writer, node: PlanNode, indent: number): void {
  const pad = "  ".repeat(indent);
  writer.out.push(`${pad}${bulletOf(node, writer.words)}`);
  for (const [label, value] of factsOf(node, writer.words)) {
    writer.out.push(`${pad}  - ${label}: ${escapeText(value)}`);
  }
  for (const child of writer.children.get(node.path) ?? []) {
    const answers = child.kind === "mitigation" && node.kind === "risk";
    if (answers) writer.out.push(`${pad}  - ${writer.words.items.mitigation}: ${escapeText(child.text)}`);
    else writeItem(writer, child, indent + 1);
  }
}

function hashes(level: number): string {
  return "#".repeat(Math.min(6, level));
}
