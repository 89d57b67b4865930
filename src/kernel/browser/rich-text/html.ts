import { fromHtml as parse } from "hast-util-from-html";
import { defaultSchema, sanitize } from "hast-util-sanitize";
import { toMdast } from "hast-util-to-mdast";
import { fromMdast, type ReadingOptions } from "#kernel/browser/rich-text/from-mdast.ts";
import type { RichText } from "#kernel/browser/rich-text.ts";

// What these hold was never meant to be read.
const STRIP = ["script", "style", "template", "noscript", "iframe", "object", "svg", "math", "head", "title"];

const schema = {
  ...defaultSchema,
  strip: STRIP,
  // Addresses of pictures within a package are relative; whether a link is safe is asked again of each.
  protocols: { ...defaultSchema.protocols, src: null, href: ["http", "https", "mailto"] },
};

/** Reads HTML. Scripts, styles and handlers are gone with what is in them; of what a rich text does not have the words stay. */
export function fromHtml(html: string, options: ReadingOptions = {}): RichText {
  const tree = toMdast(sanitize(parse(html, { fragment: true }), schema), { newlines: false });
  return fromMdast([tree as Parameters<typeof fromMdast>[0][number]], options);
}
