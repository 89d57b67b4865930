import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { companyDay } from "#modules/billing/ledger/company-day.ts";

/** A part put on an invoice or taken off again, as the books need it. */
export interface AllocationToBook {
  account_id: string;
  currency: string;
  amount_minor: number;
  allocated_at: string;
  on: string;
}

/** Reads an allocation with the currency of its invoice and its day; that there is none is a fault of the caller. */
export async function getAllocation(tx: Tx, allocationId: string): Promise<AllocationToBook> {
  const found = await firstRow<AllocationToBook>(
    tx,
    sql`SELECT a.account_id, i.currency, a.amount_minor, a.allocated_at, ${companyDay(sql`a.allocated_at`)}::text AS "on"
        FROM billing.allocation a JOIN billing.invoice i ON i.id = a.invoice_id WHERE a.id = ${allocationId}`,
  );
  if (!found) throw new Error(`There is no allocation ${allocationId}`);
  return found;
}
