import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";

/** Invoices a payment paid at some time. */
export async function invoicesOfPayment(db: Db, paymentId: string): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    sql`SELECT DISTINCT invoice_id AS id FROM billing.allocation WHERE payment_id = ${paymentId} ORDER BY 1`,
  );
  return found.map(({ id }) => id);
}
