import { markName } from "#kernel/browser/rich-text/inline.ts";
import { normalRichText } from "#kernel/browser/rich-text/normal-form.ts";
import type { Mark, RichNode, RichText } from "#kernel/browser/rich-text.ts";
import type { MdastNode } from "#kernel/browser/rich-text/from-mdast.ts";

/** How pictures are written. */
export interface WritingOptions {
  /** The address of a picture's file; `/files/<id>` when not given. */
  imageHref?: (fileId: string) => string;
}

type Of<T extends MdastNode["type"]> = Extract<MdastNode, { type: T }>;
type Inline = Of<"paragraph">["children"][number];
type Block = Extract<MdastNode, { type: "root" }>["children"][number];

const isCode = (marks: readonly Mark[]) => marks.some(({ type }) => type === "code");

function marked(mark: Mark, children: Inline[]): Inline {
  switch (mark.type) {
    case "link":
      return { type: "link", url: mark.attrs.href, children: children as Of<"link">["children"] };
    case "bold":
      return { type: "strong", children };
    case "italic":
      return { type: "emphasis", children };
    default:
      return { type: "delete", children };
  }
}

/** Runs that share a mark stand in one element: the mark that reaches farthest is the outer one. */
function nested(nodes: readonly RichNode[], open: ReadonlySet<string>): Inline[] {
  const result: Inline[] = [];
  let at = 0;
  while (at < nodes.length) {
    const node = nodes[at];
    if (!node) break;
    const reach = (mark: Mark) => {
      let end = at;
      while (nodes[end]?.marks?.some((other) => markName(other) === markName(mark))) end++;
      return end;
    };
    // A link is the outermost of all: text of one link in two would be two links.
    const widest = (node.marks ?? [])
      .filter((mark) => mark.type !== "code" && !open.has(markName(mark)))
      .map((mark) => ({ mark, end: reach(mark) }))
      .toSorted(
        (a, b) => Number(b.mark.type === "link") - Number(a.mark.type === "link") || b.end - a.end,
      )[0];
    if (widest) {
      const within = nested(nodes.slice(at, widest.end), new Set([...open, markName(widest.mark)]));
      result.push(marked(widest.mark, within));
      at = widest.end;
      continue;
    }
    if (node.type === "hardBreak") result.push({ type: "break" });
    else if (isCode(node.marks ?? [])) result.push({ type: "inlineCode", value: node.text ?? "" });
    else result.push({ type: "text", value: node.text ?? "" });
    at++;
  }
  return result;
}

const inline = (node: RichNode | undefined) => nested(node?.content ?? [], new Set());
const DEPTHS = [1, 2, 3, 4] as const;

// Without an empty line before it, only a list that begins with text, and at 1, ends a paragraph.
const canFollowText = (node: MdastNode) =>
  node.type === "list" &&
  node.children[0]?.children[0]?.type === "paragraph" &&
  (!node.ordered || node.start === 1);

function list(node: RichNode, options: Required<WritingOptions>): Block {
  const items = (node.content ?? []).map(
    (item): Of<"listItem"> => ({
      type: "listItem",
      spread: false,
      // An item that begins with another block has an empty paragraph before it, which Markdown needs not.
      children: (item.content ?? [])
        .filter((child) => child.type !== "paragraph" || child.content)
        .map((child) => block(child, options)) as Of<"listItem">["children"],
    }),
  );
  const isTight = items.every(({ children }) =>
    children.every((child, at) => (at === 0 ? child.type === "paragraph" : canFollowText(child))),
  );
  const ordered = node.type === "orderedList";
  return {
    type: "list",
    ordered,
    start: ordered ? Number(node.attrs?.start ?? 1) : null,
    spread: !isTight,
    children: items.map((item) => ({ ...item, spread: !isTight })),
  };
}

const table = (node: RichNode): Block => ({
  type: "table",
  children: (node.content ?? []).map((row) => ({
    type: "tableRow",
    children: (row.content ?? []).map((cell) => ({ type: "tableCell", children: inline(cell.content?.[0]) })),
  })),
});

function block(node: RichNode, options: Required<WritingOptions>): Block {
  switch (node.type) {
    case "heading":
      return {
        type: "heading",
        depth: DEPTHS.find((depth) => depth === node.attrs?.level) ?? 2,
        children: inline(node),
      };
    case "bulletList":
    case "orderedList":
      return list(node, options);
    case "blockquote": {
      const children = (node.content ?? []).map((child) => block(child, options));
      return { type: "blockquote", children: children as Of<"blockquote">["children"] };
    }
    case "codeBlock": {
      const lang = node.attrs?.language;
      return {
        type: "code",
        lang: typeof lang === "string" ? lang : null,
        value: node.content?.[0]?.text ?? "",
      };
    }
    case "horizontalRule":
      return { type: "thematicBreak" };
    case "table":
      return table(node);
    case "image": {
      const url = options.imageHref(String(node.attrs?.fileId));
      return { type: "paragraph", children: [{ type: "image", url, alt: String(node.attrs?.alt ?? "") }] };
    }
    default:
      return { type: "paragraph", children: inline(node) };
  }
}

/** Markdown blocks (mdast) of a rich text. */
export const toMdast = (
  text: RichText,
  { imageHref = (fileId: string) => `/files/${fileId}` }: WritingOptions = {},
): Block[] => normalRichText(text).content.map((node) => block(node, { imageHref }));
