import { misspeltLabel, splitLabel } from "../labels.ts";
import type { Block, Item } from "../markdown/blocks.ts";
import type { LintFinding, Structure } from "../types.ts";

/** Labels that were read although they are misspelt. */
export function lintLabels(blocks: readonly Block[], structure: readonly Structure[]): LintFinding[] {
  const taken = new Set(structure.map(({ lines }) => lines[0]));
  return blocks.flatMap((block) => {
    if (block.type === "heading" || block.type === "line")
      return findingFor(block.text, block.lines[0], taken);
    if (block.type === "list") return block.items.flatMap((item) => itemFindings(item, taken));
    if (block.type !== "table") return [];
    return block.header.flatMap((head) => findingFor(head, block.lines[0], taken));
  });
}

function itemFindings(item: Item, taken: ReadonlySet<number>): LintFinding[] {
  const inside = item.children.flatMap((child) => itemFindings(child, taken));
  return [...findingFor(item.text, item.lines[0], taken), ...inside];
}

function findingFor(text: string, line: number, taken: ReadonlySet<number>): LintFinding[] {
  if (!taken.has(line)) return [];
  const label = splitLabel(text)?.label ?? text;
  const read = misspeltLabel(label);
  if (read === null) return [];
  const words = label.replace(/\s*:$/, "");
  return [{ code: "label_unsure", lines: [line, line], message: `“${words}” was read as “${read}”.` }];
}
