import { createRequire } from "node:module";
import type * as html from "#kernel/browser/rich-text/html.ts";
import type * as markdown from "#kernel/browser/rich-text/markdown.ts";
import type { ReadingOptions } from "#kernel/browser/rich-text/from-mdast.ts";
import type { WritingOptions } from "#kernel/browser/rich-text/to-mdast.ts";
import type { RichText } from "#kernel/browser/rich-text.ts";

export { fromMdast } from "#kernel/browser/rich-text/from-mdast.ts";
export { toPlainText } from "#kernel/browser/rich-text/plain-text.ts";
export { toMdast } from "#kernel/browser/rich-text/to-mdast.ts";

const load = createRequire(import.meta.url);

// The parsers take memory that a house in which nobody writes needs not hold: loaded when first needed.
const theMarkdown = () => load("../browser/rich-text/markdown.ts") as typeof markdown;
const theHtml = () => load("../browser/rich-text/html.ts") as typeof html;

/** Reads Markdown (CommonMark, GFM tables): see `fromMarkdown` in kernel/browser. Pure; never throws. */
export const fromMarkdown = (text: string, options?: ReadingOptions): RichText =>
  theMarkdown().fromMarkdown(text, options);

/** Writes Markdown: see `toMarkdown` in kernel/browser. `fromMarkdown(toMarkdown(text))` is the normal form of `text`. */
export const toMarkdown = (text: RichText, options?: WritingOptions): string =>
  theMarkdown().toMarkdown(text, options);

/** Reads HTML: scripts, styles and handlers are gone. Pure; never throws. */
export const fromHtml = (text: string, options?: ReadingOptions): RichText =>
  theHtml().fromHtml(text, options);

/** How Cairn reads and writes Markdown, for who has extensions to add. */
export const markdownReading = () => theMarkdown().markdownReading();
export const markdownWriting = () => theMarkdown().markdownWriting();
