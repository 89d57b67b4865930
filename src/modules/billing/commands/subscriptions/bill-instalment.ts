import { defineCommand } from "#kernel/operation/operation.ts";
import { Billed, InstalmentRef } from "#modules/billing/contract/billing-run.ts";
import { billInstalment } from "#modules/billing/subscriptions/bill-instalment.ts";

/** Invoices an instalment that is due. One that is billed already is left alone. */
export const billDueInstalment = defineCommand({
  name: "billing.bill_instalment",
  title: "Invoice an instalment that is due",
  http: "POST /billing/instalments/:instalmentId/invoice",
  access: "billing:money",
  input: InstalmentRef,
  output: Billed,
  run: async (context) => ({
    invoices: (await billInstalment(context, context.input.instalmentId)) ? 1 : 0,
  }),
});
