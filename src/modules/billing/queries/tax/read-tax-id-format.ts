import { defineQuery } from "#kernel/operation/operation.ts";
import { CheckTaxId, TaxIdFormat } from "#modules/billing/contract/tax.ts";
import { readTaxId } from "#modules/billing/rules/tax/tax-id-format.ts";

/**
 * Whether a text can be a tax id, by its check digits. For the checkout: it reads nothing of what is stored and asks
 * nobody, so that it tells a stranger nothing about customers.
 */
export const readTaxIdFormat = defineQuery({
  name: "billing.read_tax_id",
  title: "Read a tax id",
  http: "GET /billing/tax-id-format",
  access: "public",
  input: CheckTaxId,
  output: TaxIdFormat,
  run: async ({ input }) => readTaxId(input.taxId, input.country),
});
