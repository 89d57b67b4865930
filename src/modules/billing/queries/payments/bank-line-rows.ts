import type { SQL } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { BankLine } from "#modules/billing/contract/bank-statements.ts";

type Line = z.input<typeof BankLine>;

interface LineRow extends Omit<Line, "account" | "invoices" | "decidedAt"> {
  accountId: string | null;
  accountName: string | null;
  invoices: Line["invoices"] | null;
  decidedAt: string | null;
}

/** Reads bank lines with the customer and invoices they are, or may be, for. */
export async function readBankLines(db: Db, rest: SQL): Promise<Line[]> {
  const found = await rows<LineRow>(
    db,
    sql`SELECT b.id, b.statement_id AS "statementId", b.bank_account AS "bankAccount", b.booked_on AS "bookedOn",
          b.amount_minor AS "amountMinor", b.currency, b.payer_name AS "payerName", b.payer_iban AS "payerIban",
          b.remittance, b.status, b.reason, b.bank_ref AS "bankRef", b.is_reversal AS "isReversal",
          b.payment_id AS "paymentId", a.id AS "accountId", a.name AS "accountName", b.decided_at AS "decidedAt",
          (SELECT jsonb_agg(jsonb_build_object('id', i.id, 'fullNumber', i.full_number, 'accountId',
                    i.account_id, 'customer', x.name, 'openMinor',
                    CASE WHEN i.status = 'open' THEN i.total_minor - i.paid_minor - i.credited_minor ELSE 0 END)
                  ORDER BY array_position(b.suggested_invoice_ids, i.id))
           FROM billing.invoice i JOIN people.account_name x ON x.id = i.account_id
           WHERE i.id = ANY (b.suggested_invoice_ids)) AS invoices
        FROM billing.bank_line b LEFT JOIN people.account_name a ON a.id = b.suggested_account_id ${rest}`,
  );
  return found.map(({ accountId, accountName, invoices, decidedAt, ...line }) => ({
    ...line,
    account: accountId && accountName ? { id: accountId, name: accountName } : null,
    invoices: invoices ?? [],
    decidedAt: decidedAt && Temporal.Instant.from(decidedAt).toString(),
  }));
}
