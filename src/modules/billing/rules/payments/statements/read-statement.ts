import { type CsvLayout, isUsable } from "./csv-layout.ts";
import { type CsvTable, readTable } from "./csv-table.ts";
import { decodeText } from "./decode-text.ts";
import { guessLayout } from "./guess-layout.ts";
import { readCamt } from "./read-camt.ts";
import { readCsv } from "./read-csv.ts";
import { type ParsedStatement, StatementError } from "./statement.ts";

/** What is known of a file before it is read. */
export interface StatementFacts {
  /** Of the account, where the file does not say. */
  currency: string;
  bankAccount: string;
  /** How files with these heads were read before; undefined: it is guessed. */
  layoutOf(heads: readonly string[]): CsvLayout | undefined;
}

/** A file read, and for CSV how. */
export interface ReadStatement extends ParsedStatement {
  csv: { heads: string[]; samples: string[][]; layout: CsvLayout } | null;
}

const SAMPLES = 5;

function readTableFile(table: CsvTable, facts: StatementFacts): ReadStatement {
  const kept = facts.layoutOf(table.heads);
  const { layout, warnings } = kept ? { layout: kept, warnings: [] } : guessLayout(table, facts.currency);
  const csv = { heads: table.heads, samples: table.rows.slice(0, SAMPLES), layout };
  if (!isUsable(layout.columns))
    return { format: "csv", statementRef: null, lines: [], pending: 0, warnings, csv };
  const read = readCsv(table, { layout, currency: facts.currency, bankAccount: facts.bankAccount });
  return { ...read, warnings: [...warnings, ...read.warnings], csv };
}

/**
 * Reads a bank's file, CSV or CAMT.053, whatever it is called. Errors (`StatementError`): `billing.statement_unreadable`,
 * `billing.statement_other_kind`, `billing.statement_entry_broken`.
 */
export function readStatement(bytes: Uint8Array, facts: StatementFacts): ReadStatement {
  const text = decodeText(bytes);
  const start = text.slice(0, 2000).trimStart();
  if (start === "")
    throw new StatementError(
      "billing.statement_unreadable",
      "The file is empty. Choose the file of your bank.",
    );
  if (start.replace(/^\uFEFF/, "").startsWith("<"))
    return { ...readCamt(text.replace(/^\uFEFF/, "")), csv: null };
  return readTableFile(readTable(text), facts);
}
