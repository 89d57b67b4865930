import { localDate } from "#kernel/clock.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { TaxRateRef } from "#modules/billing/contract/tax.ts";
import { TaxRateWithdrawn } from "#modules/billing/events/tax.ts";

interface RateRow {
  jurisdiction: string;
  validFrom: string;
}

async function lockRate(tx: Tx, { rateId }: { rateId: string }): Promise<RateRow> {
  const row = await firstRow<RateRow>(
    tx,
    sql`SELECT jurisdiction, valid_from::text AS "validFrom" FROM billing.tax_rate
        WHERE id = ${rateId} AND withdrawn_at IS NULL FOR UPDATE`,
  );
  if (!row)
    throw refuse("not_found", "billing.tax_rate_unknown", "There is no such rate that was added here.");
  return row;
}

/**
 * Takes back a rate that was entered by mistake, before its day.
 * Errors: `billing.tax_rate_unknown`, `billing.tax_rate_in_force`.
 */
export const withdrawTaxRate = defineCommand({
  name: "billing.withdraw_tax_rate",
  title: "Take a rate of tax back before its day",
  http: "DELETE /billing/tax-rates/:rateId",
  access: "billing:money",
  confirm: true,
  input: TaxRateRef,
  output: TaxRateRef,
  load: lockRate,
  run: async ({ tx, input, now, company, emit }, { jurisdiction, validFrom }) => {
    if (validFrom <= localDate(now, (await company()).zone).toString())
      throw refuse(
        "conflict",
        "billing.tax_rate_in_force",
        `This rate counts since ${validFrom}, and invoices may rest on it. Add the right one from a later day.`,
      );
    await tx.execute(
      sql`UPDATE billing.tax_rate SET withdrawn_at = ${now.toString()} WHERE id = ${input.rateId}`,
    );
    await emit(TaxRateWithdrawn, { rateId: input.rateId, jurisdiction, validFrom });
    return { rateId: input.rateId };
  },
});
