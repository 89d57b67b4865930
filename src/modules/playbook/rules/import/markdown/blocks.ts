import type { LineRange } from "../types.ts";

/** A list entry with everything nested in it. `raw` still carries inline Markdown; `text` does not. */
export interface Item {
  text: string;
  raw: string;
  checked: boolean | null;
  ordered: boolean;
  /** The entry's own lines, without its nested entries. */
  lines: LineRange;
  children: Item[];
}

export interface TableRow {
  cells: string[];
  line: number;
}

/** What a document is made of, whatever syntax it was written in: Markdown, or plain lines inside a fence. */
export type Block =
  | { type: "heading"; text: string; raw: string; level: number; lines: LineRange }
  | { type: "line"; text: string; raw: string; bold: boolean; lines: LineRange }
  | { type: "list"; items: Item[]; lines: LineRange }
  | { type: "table"; header: string[]; rows: TableRow[]; lines: LineRange }
  | { type: "fence"; lines: LineRange }
  | { type: "rule"; lines: LineRange }
  | { type: "ignored"; why: string; lines: LineRange };
