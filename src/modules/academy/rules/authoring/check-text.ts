import type { Fault } from "#modules/academy/rules/authoring/finding.ts";
import type { RichNode, RichText } from "#kernel/browser/rich-text.ts";

/** Link texts that say nothing of where they lead (WCAG 2.4.4), in languages courses are often written in. */
const EMPTY_WORDS = new Set([
  "here",
  "click here",
  "this",
  "link",
  "more",
  "read more",
  "hier",
  "klicken sie hier",
  "mehr",
  "weiterlesen",
  "ici",
  "cliquez ici",
  "aquí",
  "qui",
]);

function* nodesOf(nodes: readonly RichNode[]): Generator<RichNode> {
  for (const node of nodes) {
    yield node;
    yield* nodesOf(node.content ?? []);
  }
}

/** Each link with its whole text: one link may stand in several runs. */
function linksOf(parent: RichNode): { href: string; text: string }[] {
  const links: { href: string; text: string }[] = [];
  let last: string | undefined;
  for (const { marks, text = "" } of parent.content ?? []) {
    const mark = marks?.find(({ type }) => type === "link");
    const href = mark?.type === "link" ? mark.attrs.href : undefined;
    if (href !== undefined && href === last) {
      const link = links.at(-1);
      if (link) link.text += text;
    } else if (href !== undefined) links.push({ href, text });
    last = href;
  }
  return links;
}

/** Pictures without words for who cannot see them, and links that say nothing. */
export function checkText(text: RichText): Fault[] {
  const faults: Fault[] = [];
  for (const node of nodesOf(text.content)) {
    if (node.type === "image" && !node.attrs?.alt)
      faults.push({
        code: "alt_missing",
        severity: "warning",
        isAccessibility: true,
        message: "A picture has no text for who cannot see it. Say what it shows, unless it only decorates.",
      });
    for (const link of linksOf(node))
      if (
        EMPTY_WORDS.has(
          link.text
            .trim()
            .toLowerCase()
            .replace(/[.!:]$/, ""),
        )
      )
        faults.push({
          code: "link_text",
          severity: "warning",
          isAccessibility: true,
          message: `The link “${link.text.trim()}” does not say where it leads. Name what is there.`,
        });
  }
  return faults;
}

/** Levels of the headings of a text, in their order. */
export const headingLevels = (text: RichText): number[] =>
  text.content.filter(({ type }) => type === "heading").map(({ attrs }) => Number(attrs?.level));

/** Files a text shows. */
export const filesOfText = (text: RichText): string[] =>
  [...nodesOf(text.content)].filter(({ type }) => type === "image").map(({ attrs }) => String(attrs?.fileId));
