import { splitLabel } from "../labels.ts";
import { isEntry } from "./lines.ts";

const FENCE = /^ {0,3}(?:`{3,}|~{3,})/;
const WHOLLY_BOLD = /^(\*\*|__)(?!\s)[^*_]{1,80}\1\s*:?\s*$/;
const ENDS_IN_COLON = /^(?:\*\*|__)?\p{L}[^:|]{0,60}(?:\*\*|__)?:(?:\*\*|__)?\s*$/u;

/**
 * Lets a label right below a list or a table begin something new. To Markdown such a line goes on with the last
 * entry; whoever wrote it meant a label. A quote mark before it keeps the lines as they are and ends the list.
 */
export function openLabels(lines: readonly string[]): string[] {
  let fenced = false;
  let within = false;
  let quote = "";
  const end = frontmatterEnd(lines);
  return lines.map((line, index) => {
    if (index < end) return line;
    if (FENCE.test(line)) fenced = !fenced;
    if (fenced || line.trim() === "") {
      within = false;
      quote = "";
      return line;
    }
    // A table right below such a label belongs to it.
    if (quote !== "" && line.startsWith("|")) {
      within = true;
      return `${quote}${line}`;
    }
    if (isEntry(line) || line.startsWith("|")) {
      within = true;
      quote = "";
      return line;
    }
    const opens = within && isLabel(line);
    within &&= !opens;
    // Below a table that is quoted itself only a deeper quote begins something new.
    quote = opens ? `> ${quote === "> " ? "> " : ""}` : "";
    return `${quote}${line}`;
  });
}

function frontmatterEnd(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== "---") return 0;
  return lines.findIndex((line, index) => index > 0 && line.trimEnd() === "---") + 1;
}

function isLabel(line: string): boolean {
  if (line.length > 200 || /^[\s>#]/.test(line)) return false;
  if (WHOLLY_BOLD.test(line) || ENDS_IN_COLON.test(line)) return true;
  return (splitLabel(line.replaceAll(/\*\*|__/g, ""))?.role ?? false) !== false;
}
