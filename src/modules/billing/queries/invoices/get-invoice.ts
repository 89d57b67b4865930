import { defineQuery } from "#kernel/operation/operation.ts";
import { Invoice, InvoiceRef } from "#modules/billing/contract/invoices.ts";
import { showInvoice } from "#modules/billing/queries/invoices/show-invoice.ts";

/** An invoice with everything that became of it. Errors: `billing.invoice_unknown`. */
export const getInvoice = defineQuery({
  name: "billing.get_invoice",
  title: "Look at an invoice",
  http: "GET /billing/invoices/:invoiceId",
  access: "billing:read",
  input: InvoiceRef,
  output: Invoice,
  run: async ({ db, now, company, input }) =>
    showInvoice(db, input.invoiceId, { now, zone: (await company()).zone }),
});
