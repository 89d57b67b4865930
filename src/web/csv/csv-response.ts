import { stringify } from "csv-stringify/sync";

/** Signs a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/u;

/** One column of a CSV file. */
export interface CsvColumn<Row> {
  header: string;
  value: (row: Row) => string | number | null;
}

// A leading apostrophe keeps a spreadsheet from running text; numbers stay numbers.
const safe = (value: string | number | null): string | number => {
  if (typeof value !== "string") return value ?? "";
  return FORMULA.test(value) ? `'${value}` : value;
};

/** A CSV file for download (RFC 4180, UTF-8 with a mark, so that spreadsheets read every script). */
export function csvResponse<Row>(
  fileName: string,
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
): Response {
  const body = stringify([
    columns.map(({ header }) => header),
    ...rows.map((row) => columns.map(({ value }) => safe(value(row)))),
  ]);
  return new Response(`\uFEFF${body}`, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "no-store",
    },
  });
}

/** Collects every page of a list, up to `most` rows. */
export async function allPages<Row>(
  load: (cursor: string | undefined) => Promise<{ rows: Row[]; next: string | null }>,
  most = 100_000,
): Promise<Row[]> {
  const found: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = await load(cursor);
    found.push(...page.rows);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined && found.length < most);
  return found;
}
