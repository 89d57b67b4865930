import { fromMarkdown } from "mdast-util-from-markdown";
import { type ContainerDirective, directiveFromMarkdown, type LeafDirective } from "mdast-util-directive";
import { directive } from "micromark-extension-directive";
import type { MdastNode } from "#kernel/browser/rich-text/from-mdast.ts";
import { fromMdast, markdownReading } from "#kernel/rich-text/rich-text.ts";
import type { RichText } from "#kernel/browser/rich-text.ts";
import type { Block } from "#modules/academy/contract/content.ts";
import { derivedId } from "#modules/academy/transfer/draft/derived-id.ts";
import { blockOfDirective } from "#modules/academy/transfer/markdown/directive-blocks.ts";
import type { Known, Reading } from "#modules/academy/transfer/markdown/folder-reading.ts";
import type { Place } from "#modules/academy/transfer/markdown/read-fields.ts";

/** A directive that stands on its own. */
export type BlockDirective = ContainerDirective | LeafDirective;

/** What readers of a lesson's parts are given. */
export interface LessonReading extends Reading {
  known: Known;
  at: Place;
  /** The blocks' Markdown as rich text. */
  toText(nodes: readonly MdastNode[]): RichText;
}

/** Directives within a line would turn "3:b" into one; only those on lines of their own are read. */
const parse = (markdown: string) => {
  const { extensions, mdastExtensions } = markdownReading();
  return fromMarkdown(markdown, {
    extensions: [...extensions, { flow: directive().flow }],
    mdastExtensions: [...mdastExtensions, directiveFromMarkdown()],
  });
};

/** Links to files of the folder become links to the files; what is there no longer is reported. */
function pointToFiles(node: MdastNode, reading: LessonReading): void {
  if ((node.type === "link" || node.type === "definition") && !/^([a-z][a-z0-9+.-]*:|\/|#)/i.test(node.url)) {
    const fileId = reading.media(node.url);
    if (fileId) node.url = `/files/${fileId}`;
    else
      reading.losses.add(
        node.url,
        reading.at.place,
        "The link leads to no file that is here; its words stay.",
      );
  }
  if ("children" in node) for (const child of node.children) pointToFiles(child, reading);
}

function imageFile(src: string, reading: LessonReading): string | undefined {
  const found = /^[a-z][a-z0-9+.-]*:/i.test(src) ? undefined : reading.media(src);
  if (!found)
    reading.losses.add(
      src,
      reading.at.place,
      "The picture is not among the files; its words stay in its place.",
    );
  return found;
}

/** A paragraph of nothing but one picture is a picture. */
function pictureOf(node: MdastNode, id: string, reading: LessonReading): Block | undefined {
  const only = node.type === "paragraph" && node.children.length === 1 ? node.children[0] : undefined;
  if (only?.type !== "image") return undefined;
  const fileId = reading.media(only.url);
  if (!fileId) return undefined;
  return { id, kind: "image", fileId, alt: only.alt ?? "", caption: only.title ?? "" };
}

function blockOf(node: MdastNode, id: string, reading: LessonReading): Block | undefined {
  if (node.type === "containerDirective" || node.type === "leafDirective")
    return blockOfDirective(node, id, reading);
  if (node.type === "code") return { id, kind: "code", language: node.lang ?? null, code: node.value };
  return pictureOf(node, id, reading);
}

const standsAlone = (node: MdastNode) =>
  node.type === "containerDirective" || node.type === "leafDirective" || node.type === "code";

/** The blocks of a lesson's Markdown, from top to bottom; runs of plain Markdown are one text each. */
export function readLessonBlocks(
  markdown: string,
  lesson: string,
  given: Omit<LessonReading, "toText">,
): Block[] {
  const root = parse(markdown);
  const reading: LessonReading = {
    ...given,
    toText: (nodes) => fromMdast(nodes, { root, imageFile: (src) => imageFile(src, reading) }),
  };
  pointToFiles(root, reading);
  const blocks: Block[] = [];
  let run: MdastNode[] = [];
  const idOf = () => derivedId(reading.slug, "block", lesson, String(blocks.length));
  const closeRun = () => {
    const text = reading.toText(run);
    if (text.content.length > 0) blocks.push({ id: idOf(), kind: "text", text });
    run = [];
  };
  for (const node of root.children) {
    const isPicture = pictureOf(node, "", reading) !== undefined;
    if (!standsAlone(node) && !isPicture) {
      run.push(node);
      continue;
    }
    closeRun();
    const block = blockOf(node, idOf(), reading);
    if (block) blocks.push(block);
  }
  closeRun();
  return blocks;
}
