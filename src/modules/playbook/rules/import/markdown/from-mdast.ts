import type { fromMarkdown } from "mdast-util-from-markdown";
import { toString } from "mdast-util-to-string";
import type { LineRange } from "../types.ts";
import type { Block, Item, TableRow } from "./blocks.ts";
import { plainText } from "./inline.ts";
import { isEntry, lineBlock, readPlainLines } from "./lines.ts";

type RootContent = ReturnType<typeof fromMarkdown>["children"][number];
type NodeOf<Type extends RootContent["type"]> = Extract<RootContent, { type: Type }>;
type Code = NodeOf<"code">;
type List = NodeOf<"list">;
type ListItem = List["children"][number];
type Paragraph = NodeOf<"paragraph">;
type Table = NodeOf<"table">;

/** The lines a tree was parsed from, and how far its first line lies below the top of the file. */
export interface Source {
  lines: readonly string[];
  offset: number;
}

const PLAIN_FENCES = new Set(["", "text", "txt", "plain", "plaintext"]);
// A line that opens with a label starts a new thought, even where Markdown sees one paragraph.
const LABEL_START = /^(?:\*\*|__)?\p{L}[^:*_]{0,60}(?:\*\*|__)?:/u;

/** Turns the children of a Markdown tree into blocks, in order. */
export function blocksOf(nodes: readonly RootContent[], source: Source): Block[] {
  return nodes.flatMap((node) => blocksOfNode(node, source));
}

function blocksOfNode(node: RootContent, source: Source): Block[] {
  const lines = rangeOf(node, source);
  switch (node.type) {
    case "heading": {
      const raw = toString(node);
      return [{ type: "heading", text: plainText(raw), raw, level: node.depth, lines }];
    }
    case "paragraph":
      return paragraphBlocks(node, lines, source);
    case "list":
      return [{ type: "list", items: node.children.map((item) => listItem(item, node, source)), lines }];
    case "table":
      return [tableBlock(node, source)];
    case "code":
      return codeBlocks(node, lines);
    case "blockquote":
      return blocksOf(node.children, source);
    case "thematicBreak":
      return [{ type: "rule", lines }];
    case "html":
      return [{ type: "ignored", why: "HTML is not read", lines }];
    case "yaml":
      return [];
    default:
      return [{ type: "ignored", why: "not part of a plan", lines }];
  }
}

function rangeOf(node: RootContent | ListItem, source: Source): LineRange {
  const start = (node.position?.start.line ?? 1) + source.offset;
  return [start, Math.max(start, (node.position?.end.line ?? 1) + source.offset)];
}

function paragraphBlocks(node: Paragraph, lines: LineRange, source: Source): Block[] {
  const column = node.position?.start.column ?? 1;
  const own = source.lines.slice(lines[0] - 1 - source.offset, lines[1] - source.offset);
  if (column <= 4 && own.some((line) => isEntry(line))) return readPlainLines(own, lines[0]);
  const parts: { raw: string[]; first: number }[] = [];
  toString(node)
    .split("\n")
    .forEach((raw, index) => {
      const last = parts.at(-1);
      if (last && !LABEL_START.test(raw)) last.raw.push(raw);
      else parts.push({ raw: [raw], first: lines[0] + index });
    });
  return parts.map(({ raw, first }) => lineBlock(raw.join(" ").trim(), [first, first + raw.length - 1]));
}

function listItem(node: ListItem, list: List, source: Source): Item {
  const [first] = node.children;
  const raw = first?.type === "paragraph" || first?.type === "heading" ? toString(first) : "";
  const start = (node.position?.start.line ?? 1) + source.offset;
  const item: Item = {
    text: plainText(raw),
    raw,
    checked: node.checked ?? null,
    ordered: list.ordered ?? false,
    lines: [start, start],
    children: [],
  };
  for (const child of node.children) {
    if (child.type === "list")
      item.children.push(...child.children.map((one) => listItem(one, child, source)));
    else item.lines[1] = Math.max(item.lines[1], (child.position?.end.line ?? 1) + source.offset);
  }
  const [nested] = item.children;
  if (nested) item.lines[1] = Math.max(start, Math.min(item.lines[1], nested.lines[0] - 1));
  return withGlyphBullets(item);
}

// "- item\n  • sub" is one paragraph to Markdown, two levels to its reader.
function withGlyphBullets(item: Item): Item {
  const lines = item.raw.split("\n");
  if (lines.length < 2 || !lines.slice(1).some((line) => isEntry(line))) return item;
  const cut = lines.findIndex((line, index) => index > 0 && isEntry(line));
  const nested = readPlainLines(lines.slice(cut), item.lines[0] + cut);
  const children = nested.flatMap((block) => (block.type === "list" ? block.items : []));
  const raw = lines.slice(0, cut).join(" ");
  return {
    ...item,
    raw,
    text: plainText(raw),
    lines: [item.lines[0], item.lines[0] + cut - 1],
    children: [...children, ...item.children],
  };
}

function tableBlock(node: Table, source: Source): Block {
  const [head, ...body] = node.children;
  const rows: TableRow[] = body.map((row) => ({
    cells: row.children.map((cell) => toString(cell).replaceAll("\\|", "|").trim()),
    line: (row.position?.start.line ?? 1) + source.offset,
  }));
  const header = (head?.children ?? []).map((cell) => plainText(toString(cell)));
  return { type: "table", header, rows, lines: rangeOf(node, source) };
}

function codeBlocks(node: Code, lines: LineRange): Block[] {
  const fenced = lines[1] - lines[0] + 1 !== node.value.split("\n").length;
  const body = node.value.split("\n");
  const ignored: Block = { type: "ignored", why: "a code sample is not part of the plan", lines };
  if (!PLAIN_FENCES.has((node.lang ?? "").toLowerCase())) return [ignored];
  if (!body.some((line) => isEntry(line)) || body.some((line) => /^#{1,6}\s/.test(line))) return [ignored];
  const inner = readPlainLines(body, lines[0] + (fenced ? 1 : 0));
  if (!fenced) return inner;
  const marks: Block[] = [{ type: "fence", lines: [lines[0], lines[0]] }];
  const closing: Block[] =
    lines[1] > lines[0] + body.length ? [{ type: "fence", lines: [lines[1], lines[1]] }] : [];
  return [...marks, ...inner, ...closing];
}
