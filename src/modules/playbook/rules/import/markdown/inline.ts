import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { toString } from "mdast-util-to-string";
import { gfm } from "micromark-extension-gfm";

const LONGEST_PARSED = 1_000;
const MAY_HOLD_SYNTAX = /[\\`*_[\]<>&~]/;
// The commonest markup by far, and not worth a parser: words in bold, set apart from other words.
const PLAIN_BOLD = /(?<![^\s(])\*\*(\p{L}[^\\`*_[\]<>&~]{0,300}?[\p{L}\p{N}:.!?)])\*\*(?![^\s:,.;)])/gu;
const INLINE_ONLY = {
  disable: {
    null: [
      "blockQuote",
      "codeFenced",
      "codeIndented",
      "definition",
      "headingAtx",
      "htmlFlow",
      "list",
      "setextUnderline",
      "thematicBreak",
      "table",
      "gfmFootnoteDefinition",
      "emailAutolink",
      "wwwAutolink",
      "protocolAutolink",
      "tasklistCheck",
    ],
  },
};
const OPTIONS = {
  extensions: [gfm({ singleTilde: false }), INLINE_ONLY],
  mdastExtensions: gfmFromMarkdown().filter((extension) => !extension.transforms),
};

/**
 * The words of a piece of Markdown: no emphasis, links, code marks or HTML, whitespace as single spaces. Markup
 * is never carried along, so nothing in a plan can run in a page.
 */
export function plainText(markdown: string): string {
  const spaced = markdown.replaceAll(/<br\s*\/?>/gi, " ");
  const unbold = MAY_HOLD_SYNTAX.test(spaced) ? spaced.replaceAll(PLAIN_BOLD, "$1") : spaced;
  if (!MAY_HOLD_SYNTAX.test(unbold)) return collapse(unbold);
  // Beyond this length emphasis and brackets may cost quadratic time, and nobody words a plan that way.
  if (spaced.length > LONGEST_PARSED) return collapse(spaced.replaceAll(/[*`]|<[^<>]{0,200}>/g, ""));
  return collapse(toString(fromMarkdown(spaced.trim(), OPTIONS), { includeHtml: false }));
}

function collapse(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
