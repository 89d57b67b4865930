import { localDate } from "#kernel/clock.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { readTaxId } from "#modules/billing/rules/tax/tax-id-format.ts";
import { findTaxIdStanding } from "#modules/billing/tax/tax-id-standing.ts";

/** What is known of a tax id today, and whether the register will be asked. Days are those of UTC: a year is enough. */
export async function viewTaxId(db: Db, typed: { taxId: string; country: string }, now: Temporal.Instant) {
  const id = readTaxId(typed.taxId, typed.country);
  const { number, country, status, checkedAt, consultation } = await findTaxIdStanding(
    db,
    id,
    localDate(now, "UTC").toString(),
  );
  const waiting = await firstRow(
    db,
    sql`SELECT 1 FROM billing.tax_id_inquiry WHERE number = ${number} AND next_at IS NOT NULL`,
  );
  return { number, country, status, checkedAt, consultation, isWaiting: waiting !== undefined };
}
