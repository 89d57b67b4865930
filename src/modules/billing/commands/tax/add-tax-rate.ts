import { actorPersonId } from "#kernel/actor.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { AddedTaxRate, AddTaxRate } from "#modules/billing/contract/tax.ts";
import { TaxRateAdded } from "#modules/billing/events/tax.ts";
import { readRates } from "#modules/billing/tax/read-rates.ts";

/** Reads all rates, holding off whoever else adds one until this is done. */
async function lockRates(tx: Tx) {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext('billing.tax_rate'))`);
  return readRates(tx);
}

const countInvoices = async (tx: Tx, jurisdiction: string, since: string) =>
  (
    await firstRow<{ n: number }>(
      tx,
      sql`SELECT count(*)::int AS n FROM billing.invoice i
          WHERE i.issued_on >= ${since} AND EXISTS (
            SELECT FROM billing.invoice_tax t WHERE t.invoice_id = i.id AND t.jurisdiction = ${jurisdiction} AND t.code = 'S')`,
    )
  )?.n ?? 0;

/**
 * Adds the next rate of a jurisdiction. Rates are never edited: one has to begin after all that are known. Invoices that
 * were issued since its day stay as they are; their number is in the answer. Errors: `billing.tax_rate_not_later`.
 */
export const addTaxRate = defineCommand({
  name: "billing.add_tax_rate",
  title: "Add a rate of tax from a day on",
  http: "POST /billing/tax-rates",
  access: "billing:money",
  confirm: true,
  input: AddTaxRate,
  output: AddedTaxRate,
  load: lockRates,
  run: async ({ tx, input, now, actor, emit }, known) => {
    const { jurisdiction, validFrom, ratePpm, taxesDigital, taxesServices, source } = input;
    const later = known.find((rate) => rate.jurisdiction === jurisdiction && rate.validFrom >= validFrom);
    if (later)
      throw refuse(
        "conflict",
        "billing.tax_rate_not_later",
        `A rate of ${jurisdiction} that begins on ${later.validFrom} is known. A new one has to begin after it.`,
        { issues: [{ path: "validFrom", message: `must be after ${later.validFrom}` }] },
      );
    const rateId = newId();
    await tx.execute(
      sql`INSERT INTO billing.tax_rate
            (id, jurisdiction, valid_from, rate_ppm, taxes_digital, taxes_services, source, added_at, added_by)
          VALUES (${rateId}, ${jurisdiction}, ${validFrom}, ${ratePpm}, ${taxesDigital}, ${taxesServices}, ${source},
                  ${now.toString()}, ${actorPersonId(actor)})`,
    );
    await emit(TaxRateAdded, { rateId, jurisdiction, validFrom, ratePpm });
    return { rateId, invoicesSince: await countInvoices(tx, jurisdiction, validFrom) };
  },
});
