import type { Skipped } from "../types.ts";

const LONGEST_LINE = 16_384;
const DEEPEST_NESTING = 24;
const WIDEST_INDENT = 120;
// A container mark of Markdown: a quote, a bullet or an ordinal. Sticky, so a line is walked once.
const CONTAINER_MARK = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;

/**
 * Empties lines that no person wrote as part of a plan and that cost a Markdown parser more than linear time:
 * very long ones and deeply nested ones. Line numbers stay as they are; what was emptied is reported.
 */
export function guardLines(lines: readonly string[]): { lines: string[]; skipped: Skipped[] } {
  const skipped: Skipped[] = [];
  const guarded = lines.map((line, index) => {
    const why = refusal(line);
    if (!why) return line;
    skipped.push({ lines: [index + 1, index + 1], why });
    return "";
  });
  return { lines: guarded, skipped };
}

function refusal(line: string): string | null {
  if (line.length > LONGEST_LINE) return `the line is longer than ${LONGEST_LINE} characters`;
  const indent = line.length - line.trimStart().length;
  if (indent > WIDEST_INDENT && indent < line.length) return "the line is indented too deeply to be read";
  return nestingOf(line) > DEEPEST_NESTING ? "quotes or lists are nested too deeply to be read" : null;
}

function nestingOf(line: string): number {
  let depth = 0;
  CONTAINER_MARK.lastIndex = 0;
  while (depth <= DEEPEST_NESTING && CONTAINER_MARK.test(line)) depth += 1;
  return depth;
}
