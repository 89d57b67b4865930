import { defineQuery } from "#kernel/operation/operation.ts";
import { Invoice, InvoiceRef } from "#modules/billing/contract/invoices.ts";
import { getInvoiceRow } from "#modules/billing/invoices/load-invoice.ts";
import { canManageBilling } from "#modules/billing/policy.ts";
import { showInvoice } from "#modules/billing/queries/invoices/show-invoice.ts";

/** One of the customer's own invoices. Errors: `billing.invoice_unknown`. */
export const getMyInvoice = defineQuery({
  name: "billing.get_my_invoice",
  title: "Look at one of my invoices",
  http: "GET /account/invoices/:invoiceId",
  access: "customer",
  input: InvoiceRef,
  output: Invoice,
  load: (db, { invoiceId }) => getInvoiceRow(db, invoiceId),
  allow: canManageBilling,
  run: async ({ db, now, company, input }) =>
    showInvoice(db, input.invoiceId, { now, zone: (await company()).zone }),
});
