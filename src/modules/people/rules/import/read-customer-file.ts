import { type Field, FIELDS, readHeadings } from "#modules/people/rules/import/headings.ts";
import { type RawRow, readRows } from "#modules/people/rules/import/read-rows.ts";

/** What is wrong with a row. `column` is the heading as the file has it, "" for the whole row. */
export interface RowError {
  line: number;
  column: string;
  message: string;
}

/** A row as text by field; what the file leaves empty is not there. */
export type RowValues = Partial<Record<Field, string>>;

/** A customer of the file, known by an id of another system, an address, or both. */
export interface CustomerRow {
  line: number;
  values: RowValues;
}

/** A whole file, read. */
export interface CustomerFile {
  rows: CustomerRow[];
  errors: RowError[];
  ignored: string[];
}

/** Checks one field; the words of what is wrong, or undefined. */
export type CheckField = (field: Field, text: string) => string | undefined;

export const MOST_ROWS = 100_000;

const EMPTY: CustomerFile = { rows: [], errors: [], ignored: [] };

const fault = (line: number, column: string, message: string): CustomerFile => ({
  ...EMPTY,
  errors: [{ line, column, message }],
});

// Our own files keep spreadsheets from running text by an apostrophe; a person's name does not begin with both.
const withoutGuard = (text: string): string => text.replace(/^'(?=[=+\-@])/, "");

function normal(field: Field, text: string): string {
  const plain = withoutGuard(text);
  if (field === "email") return plain.toLowerCase();
  if (field === "country" || field === "currency") return plain.toUpperCase();
  if (field !== "kind") return plain;
  return /^(org|comp|bus|firm|firma)/i.test(plain)
    ? "organisation"
    : /^(ind|pers|priv)/i.test(plain)
      ? "individual"
      : plain;
}

function valuesOf({ cells }: RawRow, columns: ReadonlyMap<Field, number>): RowValues {
  const pairs = FIELDS.map((field) => [field, normal(field, cells[columns.get(field) ?? -1] ?? "")] as const);
  return Object.fromEntries(pairs.filter(([, text]) => text !== ""));
}

/** Rows that name a customer who stands in an earlier line. */
class Seen {
  readonly #lines = new Map<string, number>();

  /** The line a key stood in before; it is kept from now on. */
  before(key: string, line: number): number | undefined {
    const earlier = this.#lines.get(key);
    if (earlier === undefined) this.#lines.set(key, line);
    return earlier;
  }
}

function faultsOf(row: CustomerRow, heading: (field: Field) => string, check: CheckField): RowError[] {
  const { line, values } = row;
  const errors: RowError[] = [];
  for (const field of FIELDS) {
    const text = values[field];
    const message = text === undefined ? undefined : check(field, text);
    if (message) errors.push({ line, column: heading(field), message });
  }
  if (values.name === undefined) errors.push({ line, column: heading("name"), message: "must be filled in" });
  if (values.externalId === undefined && values.email === undefined)
    errors.push({
      line,
      column: heading("email"),
      message: "needs an e-mail address or an id to be known by",
    });
  return errors;
}

function repeated(row: CustomerRow, seen: Seen): number | undefined {
  const { values, line } = row;
  if (values.externalId !== undefined) return seen.before(`id ${values.externalId}`, line);
  return seen.before(`email ${values.email}`, line);
}

/**
 * Reads a CSV file of customers: rows that can be brought in, and for each other row what is wrong, with its line.
 * Pure: the same text, the same answer.
 */
export function readCustomerFile(text: string, check: CheckField): CustomerFile {
  let raw: RawRow[];
  try {
    raw = readRows(text);
  } catch {
    return fault(1, "", "This is no CSV file, or a quotation mark in it never ends.");
  }
  const [first, ...body] = raw;
  if (!first || body.length === 0) return fault(1, "", "The file has no rows below its headings.");
  if (body.length > MOST_ROWS) return fault(1, "", `Bring in at most ${MOST_ROWS} customers at once.`);
  const { columns, ignored } = readHeadings(first.cells);
  if (!columns.has("name") || !(columns.has("email") || columns.has("externalId")))
    return fault(
      first.line,
      "",
      "The first line must name a column Name, and one of E-mail and External id.",
    );
  const heading = (field: Field) => first.cells[columns.get(field) ?? -1] ?? field;
  const seen = new Seen();
  const file: CustomerFile = { rows: [], errors: [], ignored };
  for (const one of body) {
    const row: CustomerRow = { line: one.line, values: valuesOf(one, columns) };
    const errors = faultsOf(row, heading, check);
    const earlier = errors.length === 0 ? repeated(row, seen) : undefined;
    if (earlier !== undefined)
      errors.push({ line: row.line, column: "", message: `is the same customer as line ${earlier}` });
    if (errors.length > 0) file.errors.push(...errors);
    else file.rows.push(row);
  }
  return file;
}
