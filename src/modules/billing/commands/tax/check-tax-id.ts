import { defineCommand } from "#kernel/operation/operation.ts";
import { CheckTaxId, TaxIdView } from "#modules/billing/contract/tax.ts";
import { viewTaxId } from "#modules/billing/queries/tax/tax-id-view.ts";
import { requestTaxIdCheck } from "#modules/billing/tax/request-tax-id-check.ts";

/** What is known of a tax id; its register is asked in the background where settings want it. */
export const checkTaxId = defineCommand({
  name: "billing.check_tax_id",
  title: "Check a tax id",
  http: "POST /billing/tax-id-checks",
  access: "billing:sell",
  input: CheckTaxId,
  output: TaxIdView,
  run: async (context) => {
    await requestTaxIdCheck(context, context.input);
    return viewTaxId(context.tx, context.input, context.now);
  },
});
