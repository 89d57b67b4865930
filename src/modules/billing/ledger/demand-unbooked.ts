import { refuse } from "#kernel/errors.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";

/**
 * Refuses a reference that people gave before: what they book by hand is booked once, and a slip is told, not lost.
 * Errors: `billing.reference_known`.
 */
export async function demandUnbooked(tx: Tx, ref: string): Promise<void> {
  // Two at once: the second waits for the first, and is told.
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`billing.journal:${ref}`}, 0))`);
  const known = await firstRow(tx, sql`SELECT 1 FROM billing.journal WHERE ref = ${ref}`);
  if (known)
    throw refuse(
      "conflict",
      "billing.reference_known",
      "Something was booked under this reference already. Look for it in the books.",
    );
}
