import type { LineRange, PlanNode, Skipped, Structure } from "./types.ts";

interface Accounted {
  nodes: readonly PlanNode[];
  structure: readonly Structure[];
  skipped: readonly Skipped[];
}

const ITEM_KINDS_WITH_WIDE_RANGES = new Set(["phase", "period", "workPackage", "successFactorGroup"]);

/**
 * Every line with something on it became a node, is structure or was skipped with a reason; what none of these
 * covers is added to the skipped. Blank lines, rules and frontmatter are not listed.
 */
export function accountForLines(
  lines: readonly string[],
  { nodes, structure, skipped }: Accounted,
): Skipped[] {
  const covered = new Uint8Array(lines.length + 2);
  const cover = ([first, last]: LineRange): void => {
    covered.fill(1, first, Math.min(last, lines.length) + 1);
  };
  for (const node of nodes) {
    const wide = ITEM_KINDS_WITH_WIDE_RANGES.has(node.kind);
    cover(wide ? [node.lines[0], node.lines[0]] : node.lines);
    if (node.notes) cover(node.lines);
  }
  for (const one of [...structure, ...skipped]) cover(one.lines);
  const result = [...skipped];
  const end = frontmatterEnd(lines);
  lines.forEach((line, index) => {
    const number = index + 1;
    if (
      covered[number] ||
      number <= end ||
      line.trim() === "" ||
      /^\s*(?:[-*_]\s*){3,}$|^\s*=+\s*$/.test(line)
    )
      return;
    const last = result.at(-1);
    if (last?.why === UNREAD && last.lines[1] === number - 1) last.lines[1] = number;
    else result.push({ lines: [number, number], why: UNREAD });
  });
  return merged(result);
}

const UNREAD = "it is not part of a plan";

function frontmatterEnd(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== "---") return 0;
  return lines.findIndex((line, index) => index > 0 && line.trimEnd() === "---") + 1;
}

function merged(skipped: readonly Skipped[]): Skipped[] {
  const result: Skipped[] = [];
  for (const one of skipped.toSorted((a, b) => a.lines[0] - b.lines[0])) {
    const last = result.at(-1);
    if (last && last.why === one.why && one.lines[0] <= last.lines[1] + 1)
      last.lines[1] = Math.max(last.lines[1], one.lines[1]);
    else result.push({ ...one, lines: [...one.lines] });
  }
  return result;
}
