import type { SQL } from "drizzle-orm";
import { companySettingsSchema } from "#kernel/company.ts";
import type { Db } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { readSetting } from "#kernel/settings.ts";

/** The currency the company counts in. */
export const companyCurrency = async (db: Db): Promise<string> =>
  (await readSetting(db, "company", companySettingsSchema)).currency;

/**
 * What one minor unit of `currency` is worth in minor units of `to` by the rate in force on a day: 1 for the same
 * currency, null where no rate was recorded by then. `currency` and `on` are expressions.
 */
export const factorOn = (
  currency: SQL,
  to: string,
  on: SQL,
): SQL => sql`CASE WHEN ${currency} = ${to} THEN 1::numeric
  ELSE (SELECT r.factor FROM billing.fx_rate r WHERE r.from_currency = ${currency} AND r.to_currency = ${to}
        AND r.rate_on <= ${on} ORDER BY r.rate_on DESC LIMIT 1) END`;

/** Why a number that needs a rate is not known. */
export const noRate = (currencies: readonly string[], to: string): string =>
  `No exchange rate from ${currencies.join(" or ")} to ${to} was recorded for the days it needs`;
