import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";

/**
 * Puts money or credit on an invoice, or with a negative amount takes it off again. The invoice must be locked, and never
 * gets more than is open: a constraint holds it.
 */
export async function allocate(
  tx: Tx,
  part: {
    accountId: string;
    invoiceId: string;
    paymentId: string | null;
    amountMinor: number;
    at: Temporal.Instant;
  },
): Promise<string> {
  const id = newId();
  await tx.execute(
    sql`INSERT INTO billing.allocation (id, account_id, invoice_id, payment_id, source, amount_minor, allocated_at)
        VALUES (${id}, ${part.accountId}, ${part.invoiceId}, ${part.paymentId},
                ${part.paymentId === null ? "credit" : "payment"}, ${part.amountMinor}, ${part.at.toString()})`,
  );
  await tx.execute(
    sql`UPDATE billing.invoice SET paid_minor = paid_minor + ${part.amountMinor} WHERE id = ${part.invoiceId}`,
  );
  return id;
}
