import { defineQuery } from "#kernel/operation/operation.ts";
import { InvoiceFiles } from "#modules/billing/contract/documents.ts";
import { InvoiceRef } from "#modules/billing/contract/invoices.ts";
import { getInvoiceRow } from "#modules/billing/invoices/load-invoice.ts";
import { canManageBilling } from "#modules/billing/policy.ts";
import { invoiceFiles, missingEInvoice } from "#modules/billing/queries/documents/invoice-files.ts";

/** The documents kept of one of my invoices, and why it has no e-invoice where it has none. Errors: `billing.invoice_unknown`. */
export const listMyInvoiceFiles = defineQuery({
  name: "billing.list_my_invoice_files",
  title: "List the documents of one of my invoices",
  http: "GET /account/invoices/:invoiceId/files",
  access: "customer",
  input: InvoiceRef,
  output: InvoiceFiles,
  load: (db, { invoiceId }) => getInvoiceRow(db, invoiceId),
  allow: canManageBilling,
  run: async ({ db, company }, invoice) => ({
    files: await invoiceFiles(db, invoice.id),
    missing: await missingEInvoice(db, invoice.id, (await company()).zone),
  }),
});
