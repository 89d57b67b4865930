import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { PUBLISHED_RATES } from "#modules/billing/rules/tax/rates/published.ts";
import type { TaxRate } from "#modules/billing/rules/tax/types.ts";

const keyOf = ({ jurisdiction, validFrom }: TaxRate): string => `${jurisdiction} ${validFrom}`;

/** All rates: those that staff added, and the published ones they did not replace. */
export async function readRates(db: Db): Promise<TaxRate[]> {
  const added = await rows<TaxRate>(
    db,
    sql`SELECT jurisdiction, valid_from::text AS "validFrom", rate_ppm AS "ratePpm",
               taxes_digital AS "taxesDigital", taxes_services AS "taxesServices"
        FROM billing.tax_rate WHERE withdrawn_at IS NULL`,
  );
  const replaced = new Set(added.map(keyOf));
  return [...PUBLISHED_RATES.filter((rate) => !replaced.has(keyOf(rate))), ...added];
}
