import type { RichNode, RichText } from "#kernel/browser/rich-text.ts";

const KEPT = new Set<RichNode["type"]>([
  "paragraph",
  "bulletList",
  "orderedList",
  "listItem",
  "blockquote",
  "codeBlock",
  "hardBreak",
  "text",
]);

/** What an inline node or a block leaves in a post: itself, what is in it, or nothing. */
function simplify(node: RichNode): RichNode[] {
  if (KEPT.has(node.type))
    return [node.content ? { ...node, content: node.content.flatMap(simplify) } : node];
  if (node.type === "heading")
    return [{ type: "paragraph", content: (node.content ?? []).flatMap(simplify) }];
  return (node.content ?? []).flatMap(simplify);
}

/** Of a formatted text what posts may have: paragraphs, lists, quotes, code and links. No pictures, headings or tables. */
export const plainSubset = (text: RichText): RichText => ({
  type: "doc",
  content: text.content.flatMap(simplify),
});
