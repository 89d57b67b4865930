import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { PUBLISHED_RATES } from "#modules/billing/rules/tax/rates/published.ts";
import type { TaxRate } from "#modules/billing/rules/tax/types.ts";

/** A rate and where it comes from; `id` of those that staff added. */
export interface SourcedRate extends TaxRate {
  id: string | null;
  source: string;
}

const keyOf = ({ jurisdiction, validFrom }: TaxRate): string => `${jurisdiction} ${validFrom}`;

const published: readonly SourcedRate[] = PUBLISHED_RATES.map((rate) => ({
  ...rate,
  id: null,
  source: "Comes with Cairn",
}));

/** All rates: those that staff added, and the published ones they did not replace. */
export async function readRates(db: Db): Promise<SourcedRate[]> {
  const added = await rows<SourcedRate>(
    db,
    sql`SELECT id, jurisdiction, valid_from::text AS "validFrom", rate_ppm AS "ratePpm",
               taxes_digital AS "taxesDigital", taxes_services AS "taxesServices", source
        FROM billing.tax_rate WHERE withdrawn_at IS NULL`,
  );
  const replaced = new Set(added.map(keyOf));
  return [...published.filter((rate) => !replaced.has(keyOf(rate))), ...added];
}
