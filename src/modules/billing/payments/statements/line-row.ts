import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { LineToMatch } from "#modules/billing/payments/statements/find-candidates.ts";

/** A bank line as what changes it needs it. */
export interface LineRow extends LineToMatch {
  id: string;
  bookedOn: string;
  status: "new" | "matched" | "suggested" | "unmatched" | "ignored";
  paymentId: string | null;
  matches: number;
}

/** Locks a bank line. Errors: `billing.bank_line_unknown`. */
export async function lockLine(tx: Tx, bankLineId: string): Promise<LineRow> {
  const row = await firstRow<LineRow>(
    tx,
    sql`SELECT id, booked_on AS "bookedOn", status, payment_id AS "paymentId", matches, amount_minor AS "amountMinor",
          currency, payer_name AS "payerName", payer_iban AS "payerIban", remittance, is_reversal AS "isReversal"
        FROM billing.bank_line WHERE id = ${bankLineId} FOR UPDATE`,
  );
  if (row) return row;
  throw refuse("not_found", "billing.bank_line_unknown", "There is no such bank line.");
}
