import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { currencyExponent } from "#kernel/money.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { FxRate, RecordRate } from "#modules/billing/contract/revenue.ts";

/**
 * Records what a currency is worth from a day on; an earlier record of the same day gives way. Errors:
 * `money.currency_unknown`, `billing.rate_of_itself`.
 */
export const recordRate = defineCommand({
  name: "billing.record_rate",
  title: "Record an exchange rate",
  http: "PUT /billing/exchange-rates",
  access: "billing:money",
  input: RecordRate,
  output: FxRate,
  run: async ({ tx, input, now, company }) => {
    const { fromCurrency, on, ratePpm, source } = input;
    const toCurrency = input.toCurrency ?? (await company()).currency;
    if (fromCurrency === toCurrency)
      throw refuse(
        "invalid",
        "billing.rate_of_itself",
        "A currency has no rate to itself. Choose another one.",
      );
    // Minor units of both currencies may differ: a yen has none, a dollar a hundred.
    const digits = currencyExponent(toCurrency) - currencyExponent(fromCurrency);
    await tx.execute(
      sql`INSERT INTO billing.fx_rate (from_currency, to_currency, rate_on, rate_ppm, factor, source, recorded_at)
          VALUES (${fromCurrency}, ${toCurrency}, ${on}, ${ratePpm},
            ${ratePpm}::numeric / 1000000 * (10::numeric ^ ${digits}::int), ${source}, ${now.toString()})
          ON CONFLICT (from_currency, to_currency, rate_on) DO UPDATE SET rate_ppm = excluded.rate_ppm,
            factor = excluded.factor, source = excluded.source, recorded_at = excluded.recorded_at`,
    );
    return { fromCurrency, toCurrency, on, ratePpm, source };
  },
});
