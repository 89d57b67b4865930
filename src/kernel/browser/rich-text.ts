import { z } from "zod";

/**
 * Formatted text as people write it in the editor: a ProseMirror document of a closed set of nodes and marks. It is data,
 * never markup; whoever shows it makes elements from it, so nothing in it can run.
 */

/** Places a link may lead to: the web, a mail address, or a path of this site. */
const SAFE_LINK = /^(https?:\/\/|mailto:|\/(?!\/)|#)/i;

/** True for an address a text may link to; `javascript:` and the like are not. */
export const isSafeLink = (href: string): boolean => SAFE_LINK.test(href) && !/\s/.test(href);

const link = z.object({
  type: z.literal("link"),
  attrs: z.object({ href: z.string().max(2000).refine(isSafeLink, "Links lead to the web or to this site") }),
});
const plainMark = z.object({ type: z.enum(["bold", "italic", "strike", "code"]) });

/** How a piece of text looks. */
export type Mark = z.output<typeof link> | z.output<typeof plainMark>;
const mark: z.ZodType<Mark, Mark> = z.discriminatedUnion("type", [link, plainMark]);

/** A piece of a rich text. Attributes by type: heading `level` 2–4, orderedList `start`, codeBlock `language`, image `fileId` and `alt`. */
export interface RichNode {
  type:
    | "paragraph"
    | "heading"
    | "bulletList"
    | "orderedList"
    | "listItem"
    | "blockquote"
    | "codeBlock"
    | "horizontalRule"
    | "hardBreak"
    | "text"
    | "image"
    | "table"
    | "tableRow"
    | "tableHeader"
    | "tableCell";
  attrs?: Record<string, string | number | null>;
  content?: RichNode[];
  marks?: Mark[];
  text?: string;
}

/** A whole text. */
export interface RichText {
  type: "doc";
  content: RichNode[];
}

const children = () => z.array(node).max(2000);
const of = <T extends RichNode["type"]>(type: T) => z.literal(type);

const node: z.ZodType<RichNode, RichNode> = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.object({
      type: of("text"),
      text: z.string().min(1).max(100_000),
      marks: z.array(mark).max(5).optional(),
    }),
    z.object({ type: of("paragraph"), content: children().optional() }),
    z.object({
      type: of("heading"),
      attrs: z.object({ level: z.number().int().min(2).max(4) }),
      content: children().optional(),
    }),
    z.object({ type: of("bulletList"), content: children() }),
    z.object({
      type: of("orderedList"),
      attrs: z.object({ start: z.number().int().min(0).max(100_000) }).optional(),
      content: children(),
    }),
    z.object({ type: of("listItem"), content: children() }),
    z.object({ type: of("blockquote"), content: children() }),
    z.object({
      type: of("codeBlock"),
      attrs: z.object({ language: z.string().max(40).nullable() }).optional(),
      content: children().optional(),
    }),
    z.object({ type: of("horizontalRule") }),
    z.object({ type: of("hardBreak") }),
    z.object({ type: of("image"), attrs: z.object({ fileId: z.uuid(), alt: z.string().max(1000) }) }),
    z.object({ type: of("table"), content: children() }),
    z.object({ type: of("tableRow"), content: children() }),
    z.object({ type: of("tableHeader"), content: children() }),
    z.object({ type: of("tableCell"), content: children() }),
  ]),
);

/** Checks a rich text; what is not known is refused, not kept. */
export const richText: z.ZodType<RichText, RichText> = z.object({
  type: z.literal("doc"),
  content: z.array(node).max(5000),
});

/** A text with nothing in it. */
export const EMPTY_TEXT: RichText = { type: "doc", content: [] };
