import { fromMarkdown as parse } from "mdast-util-from-markdown";
import { gfmFromMarkdown, gfmToMarkdown } from "mdast-util-gfm";
import { type Options, toMarkdown as write } from "mdast-util-to-markdown";
import { gfm } from "micromark-extension-gfm";
import { fromMdast, type ReadingOptions } from "#kernel/browser/rich-text/from-mdast.ts";
import { toMdast, type WritingOptions } from "#kernel/browser/rich-text/to-mdast.ts";
import type { RichText } from "#kernel/browser/rich-text.ts";

/**
 * Markdown as Cairn reads it: CommonMark with tables, struck text and bare addresses. HTML is no element but the characters
 * it is made of; four spaces are no code; boxes to tick stay as they were typed.
 */
export const markdownReading = () => ({
  extensions: [
    gfm({ singleTilde: false }),
    {
      disable: {
        null: ["htmlFlow", "htmlText", "codeIndented", "tasklistCheck"],
      },
    },
  ],
  // Without the pass over finished text that makes links of addresses even where they were escaped.
  mdastExtensions: gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
});

/** Markdown as Cairn writes it: one way for each thing, so that a text that did not change gives the same bytes. */
export const markdownWriting = (): Options => ({
  bullet: "-",
  emphasis: "*",
  fence: "`",
  fences: true,
  listItemIndent: "one",
  resourceLink: true,
  // Nothing else looks like it: a line of dashes within a list may be an item.
  rule: "_",
  handlers: { thematicBreak: (_, _1, state) => (state.stack.includes("listItem") ? "___" : "---") },
  // A mail address within angle brackets may begin with anything: `<` stands alone or is escaped.
  unsafe: [
    { character: "<", after: "\\S", inConstruct: "phrasing", notInConstruct: ["autolink", "destinationRaw"] },
  ],
  extensions: [gfmToMarkdown({ tablePipeAlign: false })],
});

/** Reads Markdown. Whatever a rich text does not have degrades to its words; nothing is ever refused. */
export function fromMarkdown(markdown: string, options: ReadingOptions = {}): RichText {
  const root = parse(markdown, markdownReading());
  return fromMdast([root], options);
}

/** Writes Markdown that ends with a line end; empty for a text with nothing in it. */
export const toMarkdown = (text: RichText, options: WritingOptions = {}): string =>
  write({ type: "root", children: toMdast(text, options) }, markdownWriting());
