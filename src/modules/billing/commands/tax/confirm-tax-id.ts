import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { ConfirmTaxId, TaxIdView } from "#modules/billing/contract/tax.ts";
import { TaxIdConfirmed } from "#modules/billing/events/tax.ts";
import { viewTaxId } from "#modules/billing/queries/tax/tax-id-view.ts";
import { readTaxId } from "#modules/billing/rules/tax/tax-id-format.ts";

/**
 * Writes down that a person found out whether a tax id is valid, with the proof; counts like an answer of the register.
 * Errors: `billing.tax_id_malformed`.
 */
export const confirmTaxId = defineCommand({
  name: "billing.confirm_tax_id",
  title: "Confirm a tax id yourself",
  http: "POST /billing/tax-id-confirmations",
  access: "billing:money",
  confirm: true,
  input: ConfirmTaxId,
  output: TaxIdView,
  run: async ({ tx, input, now, actor, emit }) => {
    const { number, country, isWellFormed } = readTaxId(input.taxId, input.country);
    if (!isWellFormed)
      throw refuse(
        "invalid",
        "billing.tax_id_malformed",
        `This is no tax id of ${country}. Check the number.`,
        {
          issues: [{ path: "taxId", message: `does not look like a tax id of ${country}` }],
        },
      );
    const checkId = newId();
    await tx.execute(
      sql`INSERT INTO billing.tax_id_check (id, number, country, result, source, consultation, checked_at, checked_by)
          VALUES (${checkId}, ${number}, ${country}, ${input.isValid ? "valid" : "invalid"}, 'staff', ${input.proof},
                  ${now.toString()}, ${actorPersonId(actor)})`,
    );
    await emit(TaxIdConfirmed, { checkId, country, isValid: input.isValid });
    return viewTaxId(tx, input, now);
  },
});
