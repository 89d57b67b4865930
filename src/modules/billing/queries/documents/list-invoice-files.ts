import { defineQuery } from "#kernel/operation/operation.ts";
import { InvoiceFiles } from "#modules/billing/contract/documents.ts";
import { InvoiceRef } from "#modules/billing/contract/invoices.ts";
import { getInvoiceRow } from "#modules/billing/invoices/load-invoice.ts";
import { invoiceFiles, missingEInvoice } from "#modules/billing/queries/documents/invoice-files.ts";

/** The documents kept of an invoice, and why it has no e-invoice where it has none. Errors: `billing.invoice_unknown`. */
export const listInvoiceFiles = defineQuery({
  name: "billing.list_invoice_files",
  title: "List the documents of an invoice",
  http: "GET /billing/invoices/:invoiceId/files",
  access: "billing:read",
  input: InvoiceRef,
  output: InvoiceFiles,
  load: (db, { invoiceId }) => getInvoiceRow(db, invoiceId),
  run: async ({ db, company }, invoice) => ({
    files: await invoiceFiles(db, invoice.id),
    missing: await missingEInvoice(db, invoice.id, (await company()).zone),
  }),
});
