import type { Mark, RichNode } from "#kernel/browser/rich-text.ts";

/** The order in which marks stand on a text, outermost first; two texts with the same marks are then the same. */
const MARK_ORDER = ["link", "bold", "italic", "strike", "code"] as const;

const rank = (mark: Mark) => MARK_ORDER.indexOf(mark.type);

/** Each mark once, in the one order. */
export function normalMarks(marks: readonly Mark[] = []): Mark[] {
  const first = new Map<string, Mark>();
  for (const mark of marks) if (!first.has(mark.type)) first.set(mark.type, mark);
  return [...first.values()].toSorted((a, b) => rank(a) - rank(b));
}

/** Names a mark with what it holds; equal for equal marks. */
export const markName = (mark: Mark): string =>
  mark.type === "link" ? `link ${mark.attrs.href}` : mark.type;

const sameMarks = (a: readonly Mark[] = [], b: readonly Mark[] = []) =>
  a.map(markName).join("\n") === b.map(markName).join("\n");

/** A piece of text; undefined for none. */
export function textNode(text: string, marks: readonly Mark[] = []): RichNode | undefined {
  if (text === "") return undefined;
  const normal = normalMarks(marks);
  return normal.length === 0 ? { type: "text", text } : { type: "text", text, marks: normal };
}

// Line ends are what Markdown writes a space as; other control characters nothing can show.
// oxlint-disable-next-line no-control-regex
const oneLine = (text: string) => text.replace(/[\t\n\r]+/g, " ").replace(/[\u0000-\u001f\u007f]/g, "");

function merged(nodes: readonly RichNode[]): RichNode[] {
  const result: RichNode[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === "text" && last?.type === "text" && sameMarks(last.marks, node.marks))
      result[result.length - 1] = { ...last, text: `${last.text}${node.text}` };
    else result.push(node);
  }
  return result;
}

const isCode = (node: RichNode) => node.marks?.some(({ type }) => type === "code") ?? false;

// Spaces at the ends of a line are layout, not text; within code they are text.
function trimmed(nodes: readonly RichNode[], edge: "start" | "end"): RichNode[] {
  const rest = [...nodes];
  for (;;) {
    const at = edge === "start" ? 0 : rest.length - 1;
    const node = rest[at];
    if (node?.type !== "text" || isCode(node)) return rest;
    const text = (node.text ?? "").replace(edge === "start" ? /^ +/ : / +$/, "");
    if (text !== "") {
      rest[at] = { ...node, text };
      return rest;
    }
    rest.splice(at, 1);
  }
}

/** Lines between hard breaks. */
function linesOf(nodes: readonly RichNode[]): RichNode[][] {
  const lines: RichNode[][] = [[]];
  for (const node of nodes)
    if (node.type === "hardBreak") lines.push([]);
    else lines.at(-1)?.push(node);
  return lines;
}

/** Puts runs of text into the one form that Markdown keeps: no spaces at line ends, no empty lines, equal runs joined. */
export function normalInline(nodes: readonly RichNode[], breaks: "keep" | "space" = "keep"): RichNode[] {
  const texts = nodes.flatMap((node): RichNode[] => {
    if (node.type !== "text") return node.type === "hardBreak" ? [{ type: "hardBreak" }] : [];
    const text = textNode(oneLine(node.text ?? ""), node.marks);
    return text ? [text] : [];
  });
  const lines = linesOf(texts)
    .map((line) => trimmed(trimmed(merged(line), "start"), "end"))
    .filter((line) => line.length > 0);
  const between: RichNode = breaks === "keep" ? { type: "hardBreak" } : { type: "text", text: " " };
  return merged(lines.flatMap((line, at) => (at === 0 ? line : [between, ...line])));
}
