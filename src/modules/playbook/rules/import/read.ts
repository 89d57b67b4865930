import { parse as parseYaml } from "yaml";
import { accountForLines } from "./accounting.ts";
import { markCompletions } from "./completes.ts";
import type { Block } from "./markdown/blocks.ts";
import { guardLines } from "./markdown/guard.ts";
import { parseMarkdown } from "./markdown/parse.ts";
import { type Draft, markStructure, newDraft } from "./outline/draft.ts";
import { TOP } from "./outline/place.ts";
import { type Section, sectionsOf } from "./outline/sections.ts";
import { anyPhase } from "./outline/shape.ts";
import { visitDeferred, visitSection, type Visit } from "./outline/visit.ts";
import { targetsOf } from "./target/targets.ts";
import { timeBaseOf } from "./time/resolve.ts";
import type { PlanNode, Question, Skipped, Structure, Target } from "./types.ts";

/** A plan read from text, before limits and lint. */
export interface PlanOutline {
  title: string;
  nodes: PlanNode[];
  targets: Target[];
  questions: Question[];
  skipped: Skipped[];
  structure: Structure[];
}

/** Reads clean text into the nodes of a plan. Lines are numbered as in the text. */
export function readOutline(text: string, fallbackTitle: string): PlanOutline {
  const source = text.split(/\r\n|\r|\n/);
  const guarded = guardLines(source);
  const parsed = parseMarkdown(guarded.lines);
  const title = titleOf(parsed.blocks, parsed.frontmatter) ?? fallbackTitle;
  const draft = outlineOf(parsed.blocks, title);
  draft.skipped.push(...guarded.skipped);
  const nodes = inDocumentOrder(draft.nodes);
  const { targets, questions } = targetsOf(nodes, usesCommaDecimals(text));
  markCompletions(nodes, targets);
  return {
    title,
    nodes,
    targets,
    questions: [...draft.questions, ...questions].toSorted((one, other) => one.lines[0] - other.lines[0]),
    skipped: accountForLines(source, { ...draft, nodes }),
    structure: draft.structure.toSorted((one, other) => one.lines[0] - other.lines[0]),
  };
}

function outlineOf(blocks: readonly Block[], title: string): Draft {
  const root = sectionsOf(blocks);
  const headings = blocks.flatMap((block) => (block.type === "heading" ? [block.text] : []));
  const draft = newDraft(timeBaseOf(headings), title);
  const visit: Visit = { draft, deferred: [], phasesInHeadings: anyPhase(root) };
  markTitle(draft, root);
  visitSection(visit, root, TOP);
  visitDeferred(visit);
  return draft;
}

function markTitle(draft: Draft, root: Section): void {
  const [first] = root.children;
  if (first?.level === 1 && first.heading?.role === "plain")
    markStructure(draft, [first.lines[0], first.lines[0]], "title");
}

function titleOf(blocks: readonly Block[], frontmatter: string | null): string | null {
  const heading = blocks.find((block) => block.type === "heading");
  if (heading?.type === "heading" && heading.level === 1) return heading.text;
  return frontmatterTitle(frontmatter) ?? (heading?.type === "heading" ? heading.text : null);
}

function frontmatterTitle(frontmatter: string | null): string | null {
  if (frontmatter === null) return null;
  try {
    const value: unknown = parseYaml(frontmatter, { maxAliasCount: 10 });
    const title = typeof value === "object" && value !== null && "title" in value ? value.title : null;
    return typeof title === "string" && title.trim() !== "" ? title.trim() : null;
  } catch {
    return null;
  }
}

function inDocumentOrder(nodes: readonly PlanNode[]): PlanNode[] {
  return nodes.toSorted((one, other) => one.lines[0] - other.lines[0]);
}

const SPANISH =
  /\b(?:de|la|los|las|del|para|con|una|entregables|fase|mes|semana|objetivo|métricas|clientes|ingresos)\b/giu;
const ENGLISH = /\b(?:the|of|and|to|for|with|deliverables|phase|month|week|goal|customers|revenue)\b/giu;

/** Spanish text writes decimals with a comma; told by which language's small words are more frequent. */
function usesCommaDecimals(text: string): boolean {
  const sample = text.slice(0, 50_000);
  return (sample.match(SPANISH)?.length ?? 0) > (sample.match(ENGLISH)?.length ?? 0);
}
