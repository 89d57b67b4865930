import { parse } from "csv-parse/sync";
import { columnsOf, isUsable } from "./csv-layout.ts";
import { StatementError } from "./statement.ts";

/** A CSV file as rows, with the row of column heads found among what banks write above it. */
export interface CsvTable {
  heads: string[];
  rows: string[][];
  /** False: the file has no heads, and columns were named by what is in them. */
  hasHeads: boolean;
}

const DELIMITERS = [";", ",", "\t", "|"] as const;
/** Banks write at most so much above their table. */
const MOST_PREAMBLE = 40;

const unreadable = () =>
  new StatementError(
    "billing.statement_unreadable",
    "The file is no table that can be read. Choose the CSV or CAMT.053 file of your bank.",
  );

/** The delimiter that cuts most rows into the same number of columns, two at least. */
function guessDelimiter(text: string): string {
  const sample = text.split(/\r?\n/).filter(Boolean).slice(0, 200);
  const scores = DELIMITERS.map((delimiter) => {
    const counts = new Map<number, number>();
    for (const line of sample) {
      const columns = line.split(delimiter).length;
      counts.set(columns, (counts.get(columns) ?? 0) + 1);
    }
    const [columns = 1, lines = 0] =
      [...counts].filter(([n]) => n > 1).toSorted((a, b) => b[1] - a[1])[0] ?? [];
    return { delimiter, score: columns > 1 ? lines * 10 + columns : 0 };
  });
  return scores.toSorted((a, b) => b.score - a.score)[0]?.delimiter ?? ",";
}

function parseRows(text: string): string[][] {
  try {
    return parse(text, {
      delimiter: guessDelimiter(text),
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 100_000,
    });
  } catch {
    throw unreadable();
  }
}

/** Names of columns where the file gives none. */
const numbered = (width: number): string[] =>
  Array.from({ length: width }, (_, index) => `Column ${index + 1}`);

/** Cuts a CSV file into heads and rows. Errors: `billing.statement_unreadable`. */
export function readTable(text: string): CsvTable {
  const all = parseRows(text);
  const at = all.slice(0, MOST_PREAMBLE).findIndex((row) => isUsable(columnsOf(row)));
  if (at >= 0) {
    const heads = all[at] ?? [];
    return { heads, rows: all.slice(at + 1).filter((row) => row.length > 1), hasHeads: true };
  }
  const width = Math.max(0, ...all.slice(0, 200).map((row) => row.length));
  if (width < 2) throw unreadable();
  return { heads: numbered(width), rows: all.filter((row) => row.length > 1), hasHeads: false };
}
