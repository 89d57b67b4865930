import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";

/** The two series every installation has. Prefixes are settled at the first number. */
export const SERIES = { invoice: "invoice", credit_note: "credit_note" } as const;
const PREFIX = { invoice: "INV-", credit_note: "CN-" } as const;

/** `INV-000042`: grows when a million is passed. */
export const fullNumber = (prefix: string, number: number): string =>
  `${prefix}${String(number).padStart(6, "0")}`;

/**
 * Takes the next `count` numbers of a series. The series' row stays locked until the transaction ends, so a roll-back
 * gives them back and no gap is left: issue late, commit soon.
 */
export async function takeNumbers(
  tx: Tx,
  series: keyof typeof SERIES,
  count: number,
): Promise<{ prefix: string; first: number }> {
  await tx.execute(
    sql`INSERT INTO billing.invoice_series (key, prefix) VALUES (${SERIES[series]}, ${PREFIX[series]})
        ON CONFLICT DO NOTHING`,
  );
  const row = await firstRow<{ prefix: string; first: number }>(
    tx,
    sql`UPDATE billing.invoice_series SET next_number = next_number + ${count}
        WHERE key = ${SERIES[series]} RETURNING prefix, next_number - ${count} AS first`,
  );
  if (!row) throw new Error(`There is no series ${series}`);
  return row;
}
