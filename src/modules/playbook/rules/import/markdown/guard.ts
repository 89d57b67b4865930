import type { Skipped } from "../types.ts";

const LONGEST_LINE = 16_384;
// What is read of a heading is looked for at every place in it.
const LONGEST_HEADING = 1_000;
const DEEPEST_NESTING = 12;
const WIDEST_INDENT = 80;
const WIDEST_TABLE = 100;
// How much nesting and how many table cells a whole file may hold before further ones are passed over: more than
// any plan within the limit on items needs, and little enough to be read in seconds.
const MOST_NESTING = 40_000;
const MOST_CELLS = 200_000;
const ORDINARY_NESTING = 2;
// A container mark of Markdown: a quote, a bullet or an ordinal. Sticky, so a line is walked once.
const CONTAINER_MARK = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;

interface Spent {
  nesting: number;
  cells: number;
}

/**
 * Empties lines that no person wrote as part of a plan and that cost a Markdown parser more than linear time:
 * very long ones, deeply nested ones, very wide tables. Line numbers stay as they are; what was emptied is
 * reported.
 */
export function guardLines(lines: readonly string[]): { lines: string[]; skipped: Skipped[] } {
  const skipped: Skipped[] = [];
  const spent: Spent = { nesting: 0, cells: 0 };
  const guarded = lines.map((line, index) => {
    const why = refusal(line, spent);
    if (!why) return line;
    skipped.push({ lines: [index + 1, index + 1], why });
    return "";
  });
  return { lines: guarded, skipped };
}

function refusal(line: string, spent: Spent): string | null {
  if (line.length > LONGEST_LINE) return `the line is longer than ${LONGEST_LINE} characters`;
  if (line.length > LONGEST_HEADING && /^ {0,3}#/.test(line))
    return `the heading is longer than ${LONGEST_HEADING} characters`;
  const indent = line.length - line.trimStart().length;
  if (indent > WIDEST_INDENT && indent < line.length) return "the line is indented too deeply to be read";
  const nesting = nestingOf(line);
  if (nesting > ORDINARY_NESTING) spent.nesting += nesting;
  if (nesting > DEEPEST_NESTING || (nesting > ORDINARY_NESTING && spent.nesting > MOST_NESTING)) {
    return "quotes or lists are nested too deeply to be read";
  }
  const cells = line.split("|").length - 1;
  spent.cells += cells;
  const tooWide = cells > WIDEST_TABLE || (cells > 1 && spent.cells > MOST_CELLS);
  return tooWide ? "the table is too large to be read" : null;
}

function nestingOf(line: string): number {
  let depth = 0;
  CONTAINER_MARK.lastIndex = 0;
  while (depth <= DEEPEST_NESTING && CONTAINER_MARK.test(line)) depth += 1;
  return depth;
}
