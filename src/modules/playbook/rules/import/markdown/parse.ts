import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfm } from "micromark-extension-gfm";
import type { Block } from "./blocks.ts";
import { chunksOf } from "./chunks.ts";
import { blocksOf } from "./from-mdast.ts";

// Inline syntax is read later, entry by entry and only up to a length: see inline.ts.
const BLOCKS_ONLY = {
  disable: {
    null: [
      "attention",
      "autolink",
      "characterEscape",
      "characterReference",
      "codeText",
      "definition",
      "emailAutolink",
      "gfmFootnoteCall",
      "gfmFootnoteDefinition",
      "gfmPotentialFootnoteCall",
      "hardBreakEscape",
      "htmlText",
      "labelEnd",
      "labelStartImage",
      "labelStartLink",
      "protocolAutolink",
      "strikethrough",
      "wwwAutolink",
    ],
  },
};
const mdastExtensions = [...gfmFromMarkdown().filter((one) => !one.transforms), frontmatterFromMarkdown()];
const FIRST = { extensions: [gfm(), frontmatter(), BLOCKS_ONLY], mdastExtensions };
const LATER = { extensions: [gfm(), BLOCKS_ONLY], mdastExtensions };

export interface ParsedMarkdown {
  blocks: Block[];
  /** The YAML between the dashes, or null. */
  frontmatter: string | null;
}

/** Reads guarded lines of a Markdown file into blocks with the file's own line numbers. */
export function parseMarkdown(lines: readonly string[]): ParsedMarkdown {
  const blocks: Block[] = [];
  let yaml: string | null = null;
  for (const chunk of chunksOf(lines)) {
    const root = fromMarkdown(chunk.lines.join("\n"), chunk.firstLine === 1 ? FIRST : LATER);
    const [first] = root.children;
    if (first?.type === "yaml") yaml = first.value;
    blocks.push(...blocksOf(root.children, { lines: chunk.lines, offset: chunk.firstLine - 1 }));
  }
  return { blocks, frontmatter: yaml };
}
