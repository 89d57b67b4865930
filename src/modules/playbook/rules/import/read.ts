import { accountForLines } from "./accounting.ts";
import { markCompletions } from "./completes.ts";
import { readFrontmatter } from "./frontmatter.ts";
import { lintLabels } from "./lint/labels.ts";
import type { Block } from "./markdown/blocks.ts";
import { guardLines } from "./markdown/guard.ts";
import { openLabels } from "./markdown/open-labels.ts";
import { parseMarkdown } from "./markdown/parse.ts";
import { type Draft, markStructure, newDraft } from "./outline/draft.ts";
import { cellOf, columnsOf, type Table } from "./outline/columns.ts";
import { TOP } from "./outline/place.ts";
import { readHeading } from "./outline/heading.ts";
import { type Section, sectionsOf } from "./outline/sections.ts";
import { anyPhase } from "./outline/shape.ts";
import { visitDeferred, visitSection, type Visit } from "./outline/visit.ts";
import { targetsOf } from "./target/targets.ts";
import { linkWork } from "./outline/dependencies.ts";
import { calendarStartOf, type TimeBase, timeBaseOf } from "./time/resolve.ts";
import type { LintFinding, PlanNode, Question, Skipped, Structure, Target } from "./types.ts";

/** A plan read from text, before limits and lint. */
export interface PlanOutline {
  title: string;
  nodes: PlanNode[];
  targets: Target[];
  questions: Question[];
  skipped: Skipped[];
  structure: Structure[];
  /** Findings about names and labels, made while reading. */
  lint: LintFinding[];
  language: "en" | "es";
  currency: string | null;
  start: string | null;
  calendarStart: string | null;
  /** Every table of the file, whether or not it became part of the plan. */
  tables: Table[];
  /** Headings and lines of prose. */
  texts: { text: string; line: number }[];
}

/** Reads clean text into the nodes of a plan. Lines are numbered as in the text. */
export function readOutline(text: string, fallback: { title?: string; currency?: string }): PlanOutline {
  const source = text.split(/\r\n|\r|\n/);
  const guarded = guardLines(source);
  const parsed = parseMarkdown(openLabels(guarded.lines));
  const front = readFrontmatter(parsed.frontmatter);
  const title =
    titleOf(parsed.blocks) ?? front.title ?? fallback.title ?? firstHeading(parsed.blocks) ?? "Plan";
  const language = front.language ?? languageOf(text);
  const base =
    front.base ??
    timeBaseOf(
      parsed.blocks.flatMap((block) => timeBearing(block)),
      front.start,
    );
  const draft = outlineOf(parsed.blocks, { title, language, base });
  draft.skipped.push(...guarded.skipped);
  const { nodes, placed } = inTreeOrder(draft.nodes);
  const waits = draft.waits.map((wait) => ({ ...wait, node: placed.get(wait.node) ?? wait.node }));
  const linked = linkWork(nodes, waits);
  draft.skipped.push(...linked.skipped);
  const undated = startQuestion(nodes, { start: front.start, base });
  const currency = front.currency ?? fallback.currency ?? null;
  const { targets, questions } = targetsOf(nodes, { commaDecimals: language === "es", currency });
  markCompletions(nodes, targets);
  return {
    title,
    language,
    currency,
    start: front.start,
    calendarStart: calendarStartOf(base),
    nodes,
    targets,
    questions: [...draft.questions, ...undated, ...questions].toSorted(
      (one, other) => one.lines[0] - other.lines[0],
    ),
    skipped: accountForLines(source, { ...draft, nodes }),
    structure: draft.structure.toSorted((one, other) => one.lines[0] - other.lines[0]),
    lint: [...linked.lint, ...lintLabels(parsed.blocks, draft.structure)],
    tables: parsed.blocks.filter((block) => block.type === "table"),
    texts: parsed.blocks.flatMap((block) =>
      block.type === "heading" || block.type === "line" ? [{ text: block.text, line: block.lines[0] }] : [],
    ),
  };
}

function outlineOf(blocks: readonly Block[], about: Pick<Draft, "title" | "language" | "base">): Draft {
  const root = sectionsOf(blocks);
  freeTitle(root);
  const draft = newDraft(about);
  draft.phasesInHeadings = anyPhase(root);
  const visit: Visit = { draft, deferred: [] };
  markTitle(draft, root);
  visitSection(visit, root, TOP);
  visitDeferred(visit);
  return draft;
}

/** Dates beside steps counted from the start only fit together when the start is known. */
function startQuestion(
  nodes: readonly PlanNode[],
  { start, base }: { start: string | null; base: TimeBase },
): Question[] {
  const dated = nodes.find(({ due }) => due?.on !== undefined);
  const counted = nodes.some(({ span }) => span !== undefined);
  if (start !== null || base.firstMonth !== null || !dated || !counted) return [];
  const message = `On which day does the plan start? “${dated.text}” is due on ${dated.due?.on ?? "a date"}, other steps are counted from the start.`;
  return [{ code: "start_unknown", lines: [...dated.lines], message, node: dated.path }];
}

/** The texts that may say when the plan begins: headings, and the times of a table of phases. */
function timeBearing(block: Block): string[] {
  if (block.type === "heading") return [block.text];
  if (block.type !== "table") return [];
  const columns = columnsOf(block.header);
  if (!columns.includes("time")) return [];
  return block.rows.map((row) => cellOf(row, columns, "time"));
}

const NAMES_A_PLAN =
  /^[^:–—|]{0,80}\b(?:plan|roadmap|strategy|playbook|program(?:me)?|hoja de ruta|estrategia|programa)\b/i;

/** A title such as "90-day plan" or "Roadmap overview" reads like a part of the plan, but is its name. */
function freeTitle(root: Section): void {
  const [first] = root.children;
  if (!first?.heading || first.level !== 1 || first.heading.role === "plain") return;
  const alone =
    root.children.length === 1 &&
    (first.heading.role !== "phase" || first.children.some((child) => anyPhase(child)));
  const named = first.heading.role === "time" && NAMES_A_PLAN.test(first.text.trim());
  const holds = first.children.length > 0 || root.children.length > 1;
  if ((alone || named) && holds && !(first.heading.role === "time" && !named)) {
    first.heading = { role: "plain", title: first.text, time: null, explicitWork: false };
  }
}

function markTitle(draft: Draft, root: Section): void {
  const [first] = root.children;
  if (first?.level === 1 && first.heading?.role === "plain") {
    markStructure(draft, [first.lines[0], first.lines[0]], "title");
  }
}

const LONGEST_TITLE = 100;

/** The first heading of level 1, unless it is itself a step of the plan; then a short line before it. */
function titleOf(blocks: readonly Block[]): string | null {
  const at = blocks.findIndex((block) => block.type === "heading");
  const heading = blocks[at];
  if (heading?.type !== "heading") return null;
  const { role } = readHeading(heading.text);
  const step = role === "phase" || (role === "time" && !NAMES_A_PLAN.test(heading.text));
  if (heading.level === 1 && !step) return heading.text;
  const [first] = blocks.slice(0, at);
  return first?.type === "line" && first.text.length <= LONGEST_TITLE ? first.text : null;
}

function firstHeading(blocks: readonly Block[]): string | null {
  const heading = blocks.find((block) => block.type === "heading");
  return heading?.type === "heading" ? heading.text : null;
}

/** Parents before children, siblings as they stand in the document; paths are numbered in that order. */
function inTreeOrder(nodes: readonly PlanNode[]): { nodes: PlanNode[]; placed: Map<PlanNode, PlanNode> } {
  const places = new Map<PlanNode, PlanNode>();
  const children = Map.groupBy(nodes, (node) => node.parent ?? "");
  const ordered: PlanNode[] = [];
  const visit = (oldParent: string, parent: PlanNode | null): void => {
    const siblings = (children.get(oldParent) ?? []).toSorted((one, other) => one.lines[0] - other.lines[0]);
    const ordinals = new Map<string, number>();
    for (const node of siblings) {
      const ordinal = (ordinals.get(node.kind) ?? 0) + 1;
      ordinals.set(node.kind, ordinal);
      const path = `${parent ? `${parent.path}/` : ""}${node.kind}:${ordinal}`;
      const placed = { ...node, path, parent: parent?.path ?? null };
      if (placed.implicit && placed.kind === "workPackage" && parent?.span) placed.span = parent.span;
      ordered.push(placed);
      places.set(node, placed);
      visit(node.path, placed);
    }
  };
  visit("", null);
  return { nodes: ordered, placed: places };
}

const SPANISH =
  /\b(?:de|la|los|las|del|para|con|una|entregables|fase|mes|semana|objetivo|métricas|clientes|ingresos)\b/giu;
const ENGLISH = /\b(?:the|of|and|to|for|with|deliverables|phase|month|week|goal|customers|revenue)\b/giu;

/** Told by which language's small words are more frequent. Spanish text writes decimals with a comma. */
function languageOf(text: string): "en" | "es" {
  const sample = text.slice(0, 50_000);
  return (sample.match(SPANISH)?.length ?? 0) > (sample.match(ENGLISH)?.length ?? 0) ? "es" : "en";
}
