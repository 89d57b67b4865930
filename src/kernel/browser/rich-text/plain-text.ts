import type { RichNode, RichText } from "#kernel/browser/rich-text.ts";

const INLINE = new Set(["paragraph", "heading", "codeBlock"]);

function linesOf(node: RichNode): string[] {
  if (node.type === "image") return node.attrs?.alt ? [String(node.attrs.alt)] : [];
  if (INLINE.has(node.type))
    return [(node.content ?? []).map((child) => child.text ?? "\n").join("")].filter((line) => line !== "");
  const lines = (node.content ?? []).flatMap(linesOf);
  return node.type === "tableRow" ? [lines.join("\t")] : lines;
}

/** The words of a text, a line for each paragraph; for search, mail and what a screen has no room for. */
export const toPlainText = (text: RichText): string => text.content.flatMap(linesOf).join("\n");
