import type { RichNode, RichText } from "#kernel/browser/rich-text.ts";

function wordsOf(node: RichNode): string {
  if (node.type === "text") return node.text ?? "";
  if (node.type === "hardBreak") return " ";
  if (node.type === "image") return String(node.attrs?.alt ?? "");
  const isInline = node.type === "paragraph" || node.type === "heading" || node.type === "codeBlock";
  return (node.content ?? []).map(wordsOf).join(isInline ? "" : " ");
}

/** The words of a formatted text in one line, for lists and search. */
export const plainWords = (text: RichText): string =>
  text.content.map(wordsOf).join(" ").replace(/\s+/gu, " ").trim();
