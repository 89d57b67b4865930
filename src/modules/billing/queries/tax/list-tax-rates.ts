import { z } from "zod";
import { localDate } from "#kernel/clock.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ListTaxRates, TaxRateView } from "#modules/billing/contract/tax.ts";
import { ratePeriods } from "#modules/billing/rules/tax/rate-periods.ts";
import { readRates } from "#modules/billing/tax/read-rates.ts";

/** Rates in force, or all with their days; those to come are always there. */
export const listTaxRates = defineQuery({
  name: "billing.list_tax_rates",
  title: "List the rates of tax",
  http: "GET /billing/tax-rates",
  access: "billing:read",
  input: ListTaxRates,
  output: z.object({ items: z.array(TaxRateView) }),
  run: async ({ db, now, input, company }) => {
    const today = localDate(now, (await company()).zone).toString();
    const begins = input.text.toUpperCase();
    const items = ratePeriods(await readRates(db), today)
      .filter((rate) => rate.jurisdiction.startsWith(begins))
      .filter((rate) => input.all || rate.validUntil === null || rate.validUntil > today)
      .map((rate) => ({ ...rate, canWithdraw: rate.id !== null && rate.validFrom > today }));
    return { items };
  },
});
