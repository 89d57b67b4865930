import { normalInline, textNode } from "#kernel/browser/rich-text/inline.ts";
import type { RichNode, RichText } from "#kernel/browser/rich-text.ts";

const isInline = ({ type }: RichNode) => type === "text" || type === "hardBreak";
const INLINE_PARENTS = new Set(["paragraph", "heading"]);

/** All text below a node, blocks apart by a space. */
function flat(node: RichNode): RichNode[] {
  if (isInline(node)) return [node];
  if (node.type === "image") return [textNode(String(node.attrs?.alt ?? ""))].filter((text) => !!text);
  return (node.content ?? []).flatMap((child, at) => {
    const texts = flat(child);
    return at > 0 && !isInline(child) && texts.length > 0
      ? [{ type: "text", text: " " } as const, ...texts]
      : texts;
  });
}

const paragraph = (content: RichNode[]): RichNode =>
  content.length === 0 ? { type: "paragraph" } : { type: "paragraph", content };

/** Blocks out of a mixture: loose text goes into paragraphs, and what is empty goes. */
function normalBlocks(nodes: readonly RichNode[]): RichNode[] {
  const blocks: RichNode[] = [];
  let loose: RichNode[] = [];
  const close = () => {
    const content = normalInline(loose);
    if (content.length > 0) blocks.push({ type: "paragraph", content });
    loose = [];
  };
  for (const node of nodes) {
    if (isInline(node)) {
      loose.push(node);
      continue;
    }
    close();
    blocks.push(...normalBlock(node));
  }
  close();
  return blocks;
}

function normalItem(node: RichNode): RichNode {
  const blocks = normalBlocks(node.type === "listItem" ? (node.content ?? []) : [node]);
  return {
    type: "listItem",
    content: blocks[0]?.type === "paragraph" ? blocks : [{ type: "paragraph" }, ...blocks],
  };
}

const isEmptyItem = ({ content = [] }: RichNode) => content.length === 1 && !content[0]?.content;

function normalList(node: RichNode): RichNode[] {
  const items = (node.content ?? []).map(normalItem).filter((item) => !isEmptyItem(item));
  if (items.length === 0) return [];
  if (node.type === "bulletList") return [{ type: "bulletList", content: items }];
  const start = Number(node.attrs?.start ?? 1);
  return [{ type: "orderedList", attrs: { start: start <= 100_000 ? start : 1 }, content: items }];
}

// Within a cell Markdown has no way to write code with an escaped bar.
const cellText = (node: RichNode): RichNode => {
  if (!node.text?.includes("\\|")) return node;
  return { type: "text", text: node.text, marks: node.marks?.filter(({ type }) => type !== "code") ?? [] };
};

function normalTable(node: RichNode): RichNode[] {
  const lines = (node.content ?? []).map((row) =>
    (row.content ?? []).map((cell) =>
      paragraph(normalInline(normalInline(flat(cell), "space").map(cellText))),
    ),
  );
  const width = Math.max(0, ...lines.map((line) => line.length));
  if (width === 0) return [];
  const content = lines.map((line, at): RichNode => {
    const type = at === 0 ? "tableHeader" : "tableCell";
    const cells = [...line, ...Array.from({ length: width - line.length }, () => paragraph([]))];
    return { type: "tableRow", content: cells.map((cell): RichNode => ({ type, content: [cell] })) };
  });
  return [{ type: "table", content }];
}

/** Pictures stand on their own: what is around one within a paragraph becomes paragraphs of its own. */
function normalParagraph(node: RichNode): RichNode[] {
  const content = node.content ?? [];
  if (content.some((child) => !isInline(child))) return normalBlocks(content);
  const isHeading = node.type === "heading";
  const inline = normalInline(content, isHeading ? "space" : "keep");
  if (inline.length === 0) return [];
  if (!isHeading) return [paragraph(inline)];
  const level = Math.min(4, Math.max(2, Number(node.attrs?.level ?? 2)));
  return [{ type: "heading", attrs: { level }, content: inline }];
}

function normalCode(node: RichNode): RichNode {
  const text = flat(node)
    .map((child) => child.text ?? "\n")
    .join("")
    .replace(/\r\n?/g, "\n");
  const language = String(node.attrs?.language ?? "")
    .trim()
    .split(/\s/)[0]
    ?.slice(0, 40);
  const code: RichNode = { type: "codeBlock", attrs: { language: language || null } };
  return text === "" ? code : { ...code, content: [{ type: "text", text }] };
}

function normalBlock(node: RichNode): RichNode[] {
  if (INLINE_PARENTS.has(node.type)) return normalParagraph(node);
  switch (node.type) {
    case "bulletList":
    case "orderedList":
      return normalList(node);
    case "blockquote": {
      const content = normalBlocks(node.content ?? []);
      return content.length === 0 ? [] : [{ type: "blockquote", content }];
    }
    case "codeBlock":
      return [normalCode(node)];
    case "table":
      return normalTable(node);
    case "image": {
      const alt = String(node.attrs?.alt ?? "")
        .replace(/\s+/g, " ")
        .trim();
      return [{ type: "image", attrs: { fileId: String(node.attrs?.fileId), alt } }];
    }
    case "horizontalRule":
      return [{ type: "horizontalRule" }];
    default:
      // A row, cell or item outside of its table or list.
      return normalBlocks(node.content ?? []);
  }
}

/**
 * The one form of a text that Markdown, the editor and the page agree on: only blocks at the top, lists of items that begin
 * with a paragraph, tables with a header and rows of equal length, cells of one paragraph, nothing empty, equal runs of text
 * joined. `fromMarkdown(toMarkdown(text))` gives a normal text back as it was.
 */
export const normalRichText = (text: RichText): RichText => ({
  type: "doc",
  content: normalBlocks(text.content),
});
