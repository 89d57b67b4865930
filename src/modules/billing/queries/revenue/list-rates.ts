import { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { type FxRate, FxRates } from "#modules/billing/contract/revenue.ts";

/** Recorded exchange rates, the newest first; 500 at most. */
export const listRates = defineQuery({
  name: "billing.list_rates",
  title: "List exchange rates",
  http: "GET /billing/exchange-rates",
  access: "billing:books",
  input: z.object({}),
  output: FxRates,
  run: async ({ db, company }) => ({
    currency: (await company()).currency,
    rates: await rows<z.input<typeof FxRate>>(
      db,
      sql`SELECT from_currency AS "fromCurrency", to_currency AS "toCurrency", rate_on::text AS "on",
            rate_ppm AS "ratePpm", source
          FROM billing.fx_rate ORDER BY rate_on DESC, from_currency, to_currency LIMIT 500`,
    ),
  }),
});
