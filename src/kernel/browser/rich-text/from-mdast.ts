import type { fromMarkdown } from "mdast-util-from-markdown";
import { textNode } from "#kernel/browser/rich-text/inline.ts";
import { normalRichText } from "#kernel/browser/rich-text/normal-form.ts";
import { isSafeLink, type Mark, type RichNode, type RichText } from "#kernel/browser/rich-text.ts";

type Root = ReturnType<typeof fromMarkdown>;
/** A node of a Markdown tree (mdast). */
export type MdastNode = Root | Root["children"][number];

/** How pictures are found. */
export interface ReadingOptions {
  /** The id of the file a picture's address means; undefined leaves a link in its place. */
  imageFile?: (src: string) => string | undefined;
}

const KERNEL_FILE = /^\/files\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
const kernelFile = (src: string) => KERNEL_FILE.exec(src)?.[1]?.toLowerCase();

interface Reading {
  imageFile: (src: string) => string | undefined;
  /** Addresses of `[text][name]`. */
  definitions: Map<string, string>;
}

const MARKS = { strong: "bold", emphasis: "italic", delete: "strike" } as const;

const text = (value: string, marks: readonly Mark[]) => {
  const node = textNode(value, marks);
  return node ? [node] : [];
};

const linkMark = (href: string | undefined): Mark[] =>
  href !== undefined && href.length <= 2000 && isSafeLink(href) ? [{ type: "link", attrs: { href } }] : [];

function image(src: string | undefined, alt: string, marks: readonly Mark[], reading: Reading): RichNode[] {
  const fileId = src === undefined ? undefined : reading.imageFile(src);
  if (fileId) return [{ type: "image", attrs: { fileId, alt: alt.slice(0, 1000) } }];
  return text(alt || (src ?? ""), [...marks, ...linkMark(src)]);
}

function collect(node: MdastNode, definitions: Map<string, string>): void {
  if (node.type === "definition" && !definitions.has(node.identifier))
    definitions.set(node.identifier, node.url);
  if ("children" in node) for (const child of node.children) collect(child, definitions);
}

const inside = (node: MdastNode, marks: readonly Mark[], reading: Reading): RichNode[] =>
  "children" in node ? node.children.flatMap((child) => read(child, marks, reading)) : [];

/** What stands within a line. Undefined for what stands on its own. */
function readInline(node: MdastNode, marks: readonly Mark[], reading: Reading): RichNode[] | undefined {
  switch (node.type) {
    case "text":
    case "html":
      return text(node.value, marks);
    case "inlineCode":
      return text(node.value, [...marks, { type: "code" }]);
    case "strong":
    case "emphasis":
    case "delete":
      return inside(node, [...marks, { type: MARKS[node.type] }], reading);
    case "break":
      return [{ type: "hardBreak" }];
    case "link":
      return inside(node, [...marks, ...linkMark(node.url)], reading);
    case "linkReference":
      return inside(node, [...marks, ...linkMark(reading.definitions.get(node.identifier))], reading);
    case "footnoteReference":
      return text(`[^${node.label ?? node.identifier}]`, marks);
    case "image":
      return image(node.url, node.alt ?? "", marks, reading);
    case "imageReference":
      return image(reading.definitions.get(node.identifier), node.alt ?? "", marks, reading);
    default:
      return undefined;
  }
}

/** Bold, italic and the rest go through blocks inside of them, as HTML allows. */
function read(node: MdastNode, marks: readonly Mark[], reading: Reading): RichNode[] {
  const inline = readInline(node, marks, reading);
  if (inline) return inline;
  const content = inside(node, marks, reading);
  switch (node.type) {
    case "heading":
      return [{ type: "heading", attrs: { level: Math.min(4, Math.max(2, node.depth)) }, content }];
    case "list":
      return node.ordered
        ? [{ type: "orderedList", attrs: { start: node.start ?? 1 }, content }]
        : [{ type: "bulletList", content }];
    case "code":
      return [{ type: "codeBlock", attrs: { language: node.lang ?? null }, content: text(node.value, []) }];
    case "thematicBreak":
      return [{ type: "horizontalRule" }];
    case "definition":
      return [];
    case "footnoteDefinition":
      return [
        { type: "paragraph", content: text(`[^${node.label ?? node.identifier}]:`, marks) },
        ...content,
      ];
    case "paragraph":
    case "blockquote":
    case "listItem":
    case "table":
    case "tableRow":
    case "tableCell":
      return [{ type: node.type, content }];
    default:
      return "value" in node && typeof node.value === "string" ? text(node.value, marks) : content;
  }
}

/**
 * A rich text of Markdown nodes (mdast): a whole tree, or a run of its blocks with the `root` they come from, where the
 * addresses of references stand. What a rich text does not have degrades to its words; links that lead nowhere safe
 * become text.
 */
export function fromMdast(
  nodes: readonly MdastNode[],
  { imageFile = kernelFile, root }: ReadingOptions & { root?: MdastNode } = {},
): RichText {
  const definitions = new Map<string, string>();
  for (const node of root ? [root] : nodes) collect(node, definitions);
  const reading = { imageFile, definitions };
  return normalRichText({ type: "doc", content: nodes.flatMap((node) => read(node, [], reading)) });
}
