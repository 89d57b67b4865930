import { parse } from "csv-parse/sync";

/** A row with the line of the file it begins on, counted from 1. */
export interface RawRow {
  line: number;
  cells: string[];
}

interface Info {
  info: { lines: number };
  record: string[];
}

const SEPARATORS = [",", ";", "\t"];

/** The sign that cuts the first line into most cells. */
function separatorOf(text: string): string {
  const first = text.split(/\r?\n/, 1)[0] ?? "";
  const cells = (sign: string) => first.split(sign).length;
  return SEPARATORS.toSorted((a, b) => cells(b) - cells(a))[0] ?? ",";
}

/** Cuts a CSV text into rows (RFC 4180; comma, semicolon or tab), empty ones left out. Throws where a quote never ends. */
export function readRows(text: string): RawRow[] {
  const found = parse(text, {
    bom: true,
    delimiter: separatorOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    info: true,
  }) as unknown as Info[];
  const rows = found.map(({ info, record }) => ({
    // The parser counts the line a row ends on.
    line: info.lines - record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0),
    cells: record.map((cell) => cell.trim()),
  }));
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ""));
}
