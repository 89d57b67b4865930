import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";

/** Ends the reminders of an invoice in the transaction that settles it. Safe without any dunning under way. */
export async function stopDunning(
  tx: Tx,
  invoiceId: string,
  outcome: "paid" | "written_off" | "void" | "stopped",
  now: Temporal.Instant,
): Promise<void> {
  await tx.execute(
    sql`UPDATE billing.dunning SET ended_at = ${now.toString()}, outcome = ${outcome}, next_at = NULL
        WHERE invoice_id = ${invoiceId} AND ended_at IS NULL`,
  );
}
