import { columnsOf, type CsvLayout, isUsable } from "./csv-layout.ts";
import type { CsvTable } from "./csv-table.ts";
import { guessDecimalMark } from "./read-amount.ts";
import { guessDateOrder, readDate } from "./read-date.ts";

/** A layout and what of it a person should look at. */
export interface GuessedLayout {
  layout: CsvLayout;
  warnings: string[];
}

const SAMPLE = 500;

const cells = (rows: readonly (readonly string[])[], columns: readonly number[]): string[] =>
  rows.flatMap((row) => columns.map((column) => row[column] ?? "")).filter(Boolean);

const isDay = (text: string): boolean =>
  readDate(text, "dmy") !== undefined || readDate(text, "mdy") !== undefined;
const isAmount = (text: string): boolean =>
  /^[-+−(]?\s*[A-Z$€£]{0,3}\s*\d[\d.,' ]*[.,]\d{2}\s*[A-Z$€£]{0,3}[-)]?$/.test(text);

const DIRECTION = /^(S|H|D|C|DR|CR|DBIT|CRDT|SOLL|HABEN|AF|BIJ|IN|OUT|DEBIT|CREDIT)$/i;

/** Some banks mark what came and went in a column without a name. */
function findDirection({ rows }: CsvTable, columns: CsvLayout["columns"]): void {
  const named = new Set(Object.values(columns).flat());
  const width = Math.max(0, ...rows.slice(0, SAMPLE).map((row) => row.length));
  if (columns.amount.length === 0 || columns.direction.length > 0) return;
  for (let column = 0; column < width; column++) {
    const texts = named.has(column) ? [] : cells(rows.slice(0, SAMPLE), [column]);
    if (texts.length > 0 && texts.every((text) => DIRECTION.test(text)))
      return void columns.direction.push(column);
  }
}

/** Columns of a file without heads, by what most of their cells look like. */
function columnsByContent({ heads, rows }: CsvTable): CsvLayout["columns"] {
  const columns = columnsOf([]);
  const share = (column: number, fits: (text: string) => boolean) => {
    const texts = cells(rows.slice(0, SAMPLE), [column]);
    return texts.length === 0 ? 0 : texts.filter(fits).length / texts.length;
  };
  for (const column of heads.keys()) {
    if (columns.bookedOn.length === 0 && share(column, isDay) > 0.9) columns.bookedOn.push(column);
    else if (columns.amount.length === 0 && share(column, isAmount) > 0.9) columns.amount.push(column);
    else if (share(column, (text) => /[\p{L}]{3}/u.test(text)) > 0.5) columns.remittance.push(column);
  }
  return columns;
}

/**
 * Guesses how a file is read: columns by their heads or contents, the order of days and the decimal mark by the values.
 * What is not sure is said.
 */
export function guessLayout(table: CsvTable, currency: string): GuessedLayout {
  const columns = table.hasHeads ? columnsOf(table.heads) : columnsByContent(table);
  findDirection(table, columns);
  const warnings: string[] = [];
  if (!isUsable(columns))
    warnings.push("Nothing says which columns hold the day and the amount. Choose them below.");
  else if (!table.hasHeads)
    warnings.push("The file has no column names. Check below what each column means.");
  const sample = table.rows.slice(0, SAMPLE);
  const dates = guessDateOrder(cells(sample, columns.bookedOn));
  const isUsual = currency === "USD" ? "mdy" : "dmy";
  if (!dates.sure && columns.bookedOn.length > 0)
    warnings.push(
      `Days could be read with the month or the day first; taken for ${isUsual === "mdy" ? "month" : "day"} first. Check them.`,
    );
  return {
    layout: {
      columns,
      dateOrder: dates.sure ? dates.order : isUsual,
      decimalMark:
        guessDecimalMark(cells(sample, [...columns.amount, ...columns.credit, ...columns.debit])) ?? ".",
      isInverted: false,
    },
    warnings,
  };
}
