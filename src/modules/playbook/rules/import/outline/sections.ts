import { labelRole, splitLabel } from "../labels.ts";
import type { Block, Item } from "../markdown/blocks.ts";
import type { LineRange } from "../types.ts";
import { type Heading, readHeading } from "./heading.ts";

/** A heading with what stands under it. The document itself is a section without a heading. */
export interface Section {
  heading: Heading | null;
  /** The heading's words as written. */
  text: string;
  level: number;
  lines: LineRange;
  blocks: Block[];
  children: Section[];
}

const DOCUMENT_LEVEL = 0;

/** Nests blocks by the depth of their headings; a depth that is skipped does no harm. */
export function sectionsOf(blocks: readonly Block[]): Section {
  const root = newSection({ text: "", level: DOCUMENT_LEVEL, lines: [1, 1] });
  root.heading = null;
  const open = [root];
  for (const block of blocks) {
    if (block.type !== "heading") {
      open.at(-1)?.blocks.push(block);
      for (const section of open) section.lines[1] = Math.max(section.lines[1], block.lines[1]);
      continue;
    }
    while (open.length > 1 && (open.at(-1)?.level ?? 0) >= block.level) open.pop();
    const section = newSection({ text: block.text, level: block.level, lines: [...block.lines] });
    open.at(-1)?.children.push(section);
    for (const outer of open) outer.lines[1] = Math.max(outer.lines[1], block.lines[1]);
    open.push(section);
  }
  return root;
}

interface SectionStart {
  text: string;
  level: number;
  lines: LineRange;
}

function newSection({ text, level, lines }: SectionStart): Section {
  return { heading: readHeading(text), text, level, lines, blocks: [], children: [] };
}

export interface PseudoOptions {
  /** Whether a line in bold that is no known label opens a part ("**Website**" over a list). */
  bold: boolean;
  /** Whether list entries such as "Phase 1: …" with entries below them may stand for phases. */
  phaseItems: boolean;
}

const RANK = { phase: 1, time: 2, week: 3, plain: 4 };

/**
 * Finds parts that are headed by something other than a heading: a bold line, a label such as "Week 1-2:" in a
 * fence, or a list entry with entries below it. Returns what stands before them, and them as sections.
 */
export function pseudoSections(
  section: Section,
  options: PseudoOptions,
): { own: Block[]; children: Section[] } {
  const root = newSection({ text: "", level: section.level, lines: section.lines });
  const open = [root];
  const push = (found: Section): void => {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) >= found.level) open.pop();
    open.at(-1)?.children.push(found);
    open.push(found);
  };
  let labelled = false;
  let announced = false;
  section.blocks.forEach((block, index) => {
    const next = section.blocks[index + 1];
    const headed = pseudoHeading(block, { next, options, level: section.level, labelled });
    labelled = !headed && (labelled || isItemLabel(block));
    announced = !headed && (isAnnouncement(block) || (announced && block.type !== "line"));
    if (headed) push(headed);
    else if (block.type === "list" && !announced && block.items.some((item) => isPart(item, options))) {
      for (const part of splitList(block, options)) {
        if (part.type === "list") open.at(-1)?.blocks.push(part);
        else push(itemSection(part.item, section.level));
      }
    } else open.at(-1)?.blocks.push(block);
    for (const outer of open.slice(1)) outer.lines[1] = Math.max(outer.lines[1], block.lines[1]);
  });
  return { own: root.blocks, children: root.children };
}

interface PseudoContext {
  next: Block | undefined;
  options: PseudoOptions;
  level: number;
  /** Whether a label such as "Deliverables" came before: then a line in bold groups what the label announced. */
  labelled: boolean;
}

function pseudoHeading(block: Block, { next, options, level, labelled }: PseudoContext): Section | null {
  if (block.type !== "line" || block.text.length > 120) return null;
  const opens = block.bold || block.text.endsWith(":") || next?.type === "list" || isItemLabel(next);
  if (!opens) return null;
  const heading = readHeading(block.text);
  const headed =
    heading.role === "phase" ||
    heading.role === "time" ||
    (block.bold && isAim(heading)) ||
    (options.bold && block.bold && heading.role === "plain" && (!labelled || isItemLabel(next)));
  return headed
    ? newSection({ text: block.text, level: level + rankOf(heading) / 10, lines: [...block.lines] })
    : null;
}

function isAim(heading: Heading): boolean {
  return heading.role === "plain" && heading.as === "aim";
}

function rankOf(heading: Heading): number {
  if (heading.role === "phase") return RANK.phase;
  if (heading.role !== "time") return RANK.plain;
  return heading.time.word === "week" || heading.time.word === "sprint" ? RANK.week : RANK.time;
}

const ITEM_LABELS = new Set([
  "deliverables",
  "activities",
  "criteria",
  "metrics",
  "objective",
  "kpis",
  "risks",
  "milestones",
]);

function isItemLabel(block: Block | undefined): boolean {
  if (block?.type !== "line") return false;
  return ITEM_LABELS.has(splitLabel(block.text)?.role ?? labelRole(block.text) ?? "");
}

// Entries under a label are what the label says, whatever they begin with.
function isAnnouncement(block: Block): boolean {
  return block.type === "line" && (block.text.endsWith(":") || labelRole(block.text) !== null);
}

function isPart(item: Item, options: PseudoOptions): boolean {
  if (item.children.length === 0 || item.raw.startsWith("[")) return false;
  const heading = readHeading(item.text);
  const { role } = heading;
  return role === "time" || isAim(heading) || (role === "phase" && options.phaseItems);
}

type ListPart = Extract<Block, { type: "list" }> | { type: "part"; item: Item };

function splitList(list: Extract<Block, { type: "list" }>, options: PseudoOptions): ListPart[] {
  const parts: ListPart[] = [];
  for (const item of list.items) {
    const last = parts.at(-1);
    if (isPart(item, options)) parts.push({ type: "part", item });
    else if (last?.type === "list") last.items.push(item);
    else parts.push({ type: "list", items: [item], lines: [...item.lines] });
  }
  return parts;
}

function itemSection(item: Item, level: number): Section {
  const section = newSection({
    text: item.text,
    level: level + rankOf(readHeading(item.text)) / 10,
    lines: [...item.lines],
  });
  const last = lastLine(item);
  section.lines[1] = last;
  section.blocks.push({
    type: "list",
    items: item.children,
    lines: [item.children[0]?.lines[0] ?? last, last],
  });
  return section;
}

/** The last line of an entry and everything nested in it. */
export function lastLine(item: Item): number {
  return item.children.reduce((last, child) => Math.max(last, lastLine(child)), item.lines[1]);
}
