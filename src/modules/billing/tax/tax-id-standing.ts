import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import type { ReadTaxId } from "#modules/billing/rules/tax/tax-id-format.ts";
import type { TaxIdStatus } from "#modules/billing/rules/tax/types.ts";

/** What is known of a tax id on a day, and the check that says so. */
export interface TaxIdStanding {
  number: string;
  country: string;
  status: TaxIdStatus;
  checkId: string | null;
  checkedAt: string | null;
  consultation: string | null;
}

interface CheckRow {
  id: string;
  result: Exclude<TaxIdStatus, "none">;
  consultation: string | null;
  checked_at: string;
}

/**
 * The standing of a tax id on a local day: its last conclusive check of the year before, else its last check, else what
 * its check digits say.
 */
export async function findTaxIdStanding(db: Db, id: ReadTaxId, on: string): Promise<TaxIdStanding> {
  const { number, country, isWellFormed } = id;
  const unknown = { number, country, checkId: null, checkedAt: null, consultation: null };
  if (!isWellFormed) return { ...unknown, status: "invalid" };
  const row = await firstRow<CheckRow>(
    db,
    sql`SELECT id, result, consultation, to_json(checked_at) #>> '{}' AS checked_at FROM billing.tax_id_check
        WHERE number = ${number}
        ORDER BY (result IN ('valid', 'invalid') AND checked_at > ${on}::date - interval '1 year') DESC,
                 checked_at DESC, id DESC LIMIT 1`,
  );
  if (!row) return { ...unknown, status: "format_only" };
  // A confirmation older than a year proves no more than the number's form.
  const isStale =
    row.result === "valid" &&
    Temporal.PlainDate.from(row.checked_at.slice(0, 10)).add({ years: 1 }).toString() < on;
  return {
    number,
    country,
    status: isStale ? "format_only" : row.result,
    checkId: row.id,
    checkedAt: row.checked_at,
    consultation: row.consultation,
  };
}
