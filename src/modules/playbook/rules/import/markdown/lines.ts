import type { LineRange } from "../types.ts";
import type { Block, Item } from "./blocks.ts";
import { plainText } from "./inline.ts";

const ENTRY = /^(\s*)(?:([•◦▪‣●○■□·*+–—-]|➤|►|→|✔|✓|✅|☐|☑|☒)\s+|(\d{1,3}[.)]|[a-z][.)])\s+)(\S.*)$/u;
const CHECKBOX = /^\[([ xX✓✔])\]\s+(.*)$/u;
const TICKED = new Set(["✔", "✓", "✅", "☑", "☒"]);
const WHOLLY_BOLD = /^(\*\*|__)(?!\s)[^*_]+\1\s*:?$/;

/** Whether a line is a list entry in plain text, with a bullet Markdown may not know. */
export function isEntry(line: string): boolean {
  return ENTRY.test(line);
}

/** A line of prose or a label as a block. */
export function lineBlock(raw: string, lines: LineRange): Block {
  return { type: "line", text: plainText(raw), raw, bold: WHOLLY_BOLD.test(raw.trim()), lines };
}

interface OpenItem {
  indent: number;
  item: Item;
}

/**
 * Reads plain lines, as found inside an unlabelled fence or in a paragraph of `•` bullets: entries by bullet or
 * number, nested by indent, continued by indented lines; everything else is a line of its own.
 */
export function readPlainLines(lines: readonly string[], firstLine: number): Block[] {
  const blocks: Block[] = [];
  let open: OpenItem[] = [];
  lines.forEach((line, index) => {
    const number = firstLine + index;
    if (line.trim() === "") return;
    const entry = ENTRY.exec(line);
    if (entry) {
      open = addEntry({ blocks, open, number }, entry);
      return;
    }
    const last = open.at(-1);
    const indent = line.length - line.trimStart().length;
    if (last && indent > last.indent && lines[index - 1]?.trim() !== "") {
      extend(last.item, line.trim(), number);
      widen(blocks, number);
      return;
    }
    open = [];
    blocks.push(lineBlock(line.trim().replace(/^#{1,6}\s+/, ""), [number, number]));
  });
  return blocks;
}

interface Reader {
  blocks: Block[];
  open: OpenItem[];
  number: number;
}

function addEntry({ blocks, open, number }: Reader, entry: RegExpExecArray): OpenItem[] {
  const indent = entry[1]?.length ?? 0;
  const item = entryItem(entry, number);
  const ancestors = open.filter((outer) => outer.indent < indent);
  const parent = ancestors.at(-1);
  if (parent) parent.item.children.push(item);
  else {
    const last = blocks.at(-1);
    if (last?.type === "list" && open.length > 0) last.items.push(item);
    else blocks.push({ type: "list", items: [item], lines: [number, number] });
  }
  widen(blocks, number);
  return [...ancestors, { indent, item }];
}

function entryItem(entry: RegExpExecArray, number: number): Item {
  const bullet = entry[2] ?? "";
  const box = CHECKBOX.exec(entry[4] ?? "");
  const raw = box?.[2] ?? entry[4] ?? "";
  const checked = box ? box[1] !== " " : TICKED.has(bullet) ? true : bullet === "☐" ? false : null;
  return {
    text: plainText(raw),
    raw,
    checked,
    ordered: entry[3] !== undefined,
    lines: [number, number],
    children: [],
  };
}

function extend(item: Item, more: string, number: number): void {
  item.raw = `${item.raw} ${more}`;
  item.text = plainText(item.raw);
  item.lines[1] = number;
}

function widen(blocks: Block[], number: number): void {
  const last = blocks.at(-1);
  if (last) last.lines[1] = Math.max(last.lines[1], number);
}
