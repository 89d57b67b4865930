import type { SQL } from "drizzle-orm";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";

/** What two ways of counting say of one thing, where they differ. Amounts in minor units of the currency. */
export interface Difference {
  /** What was counted: an account of the books, a jurisdiction, a kind of revenue. */
  what: string;
  currency: string;
  ledgerMinor: number;
  recordsMinor: number;
}

/** One check of the books. `compared` is how many sums were held against each other. */
export interface Check {
  key: string;
  title: string;
  ok: boolean;
  compared: number;
  differences: Difference[];
  /** Refs, numbers or ids that are at fault, at most twenty. */
  faults: string[];
}

/** Both sides as selects of `what`, `currency` and `minor`; missing on one side counts as nothing. */
export interface Comparison {
  key: string;
  title: string;
  ledger: SQL;
  records: SQL;
}

/** Holds what the books say against what the records say. */
export async function compare(db: Db, { key, title, ledger, records }: Comparison): Promise<Check> {
  const found = await rows<Difference>(
    db,
    sql`SELECT coalesce(l.what, r.what) AS what, coalesce(l.currency, r.currency) AS currency,
          coalesce(l.minor, 0)::bigint AS "ledgerMinor", coalesce(r.minor, 0)::bigint AS "recordsMinor"
        FROM (${ledger}) l FULL JOIN (${records}) r ON r.what = l.what AND r.currency = l.currency
        ORDER BY 1, 2`,
  );
  const differences = found.filter(({ ledgerMinor, recordsMinor }) => ledgerMinor !== recordsMinor);
  return { key, title, ok: differences.length === 0, compared: found.length, differences, faults: [] };
}

/** Looks for what must not be: `faults` selects a text `fault` for each, and `compared` is how many were looked at. */
export async function findFaults(
  db: Db,
  { key, title, faults, among }: { key: string; title: string; faults: SQL; among: SQL },
): Promise<Check> {
  const found = await rows<{ fault: string }>(db, sql`SELECT fault FROM (${faults}) f ORDER BY 1 LIMIT 20`);
  const [all] = await rows<{ n: number }>(db, sql`SELECT count(*)::int AS n FROM ${among}`);
  return {
    key,
    title,
    ok: found.length === 0,
    compared: all?.n ?? 0,
    differences: [],
    faults: found.map(({ fault }) => fault),
  };
}
