import { refuse } from "#kernel/errors.ts";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { sha256Hex } from "#kernel/ids.ts";
import { MAX_STATEMENT_BYTES } from "#modules/billing/contract/bank-statements.ts";
import { readSeller } from "#modules/billing/tax/seller.ts";
import type { CsvLayout } from "#modules/billing/rules/payments/statements/csv-layout.ts";
import { type KeyedLine, keyLines } from "#modules/billing/rules/payments/statements/line-key.ts";
import {
  type ReadStatement,
  readStatement,
} from "#modules/billing/rules/payments/statements/read-statement.ts";
import { StatementError } from "#modules/billing/rules/payments/statements/statement.ts";

/** A file as somebody sends it. */
export interface GivenFile {
  fileName: string;
  content: string;
  layout: CsvLayout | null;
}

/** A file read, and its movements under the keys they are known by. */
export interface LoadedStatement extends ReadStatement {
  sha256: string;
  keyed: KeyedLine[];
}

/** Names a set of column heads. */
export const layoutKey = (heads: readonly string[]): string => sha256Hex(JSON.stringify(heads));

async function keptLayouts(db: Db): Promise<Map<string, CsvLayout>> {
  const found = await rows<{ key: string; layout: CsvLayout }>(
    db,
    sql`SELECT header_sha256 AS key, layout FROM billing.statement_layout ORDER BY used_at DESC LIMIT 1000`,
  );
  return new Map(found.map(({ key, layout }) => [key, layout]));
}

/** The bytes of the file. Errors: `billing.statement_too_large`. */
export function bytesOf(content: string): Buffer {
  const bytes = Buffer.from(content, "base64");
  if (bytes.byteLength <= MAX_STATEMENT_BYTES) return bytes;
  throw refuse(
    "too_large",
    "billing.statement_too_large",
    "The file is larger than 10 MB. Fetch it from your bank for fewer days.",
    { data: { maxBytes: MAX_STATEMENT_BYTES } },
  );
}

const inWords = (error: unknown): unknown =>
  error instanceof StatementError
    ? refuse("invalid", error.code, error.message, { issues: [{ path: "content", message: error.message }] })
    : error;

/**
 * Reads a bank's file with what is known of the company's account and of files like it. Errors: those of `readStatement`,
 * `billing.statement_too_large`.
 */
export async function loadStatement(db: Db, file: GivenFile, currency: string): Promise<LoadedStatement> {
  const bytes = bytesOf(file.content);
  const seller = await readSeller(db);
  const kept = await keptLayouts(db);
  const own = (seller.iban ?? "").replace(/\s/g, "").toUpperCase();
  try {
    const read = readStatement(bytes, {
      currency,
      bankAccount: own || "-",
      layoutOf: (heads) => file.layout ?? kept.get(layoutKey(heads)),
    });
    const others = [...new Set(read.lines.map(({ bankAccount }) => bankAccount))].filter(
      (name) => name !== "-" && name !== own,
    );
    const warnings = [...read.warnings];
    if (own && others.length > 0)
      warnings.push(
        `It is of the account ${others[0]}, and your invoices ask for payment to ${own}. Check that it is yours.`,
      );
    return { ...read, warnings, sha256: sha256Hex(bytes), keyed: keyLines(read.lines) };
  } catch (error) {
    throw inWords(error);
  }
}
