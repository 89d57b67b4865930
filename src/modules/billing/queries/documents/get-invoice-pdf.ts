import { defineQuery } from "#kernel/operation/operation.ts";
import { GetInvoicePdf, InvoiceFile } from "#modules/billing/contract/documents.ts";
import { getInvoiceRow } from "#modules/billing/invoices/load-invoice.ts";
import { getInvoiceFile, getReceipt } from "#modules/billing/queries/documents/invoice-files.ts";

/**
 * Where the PDF of an invoice, or its receipt, is downloaded. Errors: `billing.invoice_unknown`,
 * `billing.document_preparing`, `billing.invoice_not_paid`.
 */
export const getInvoicePdf = defineQuery({
  name: "billing.get_invoice_pdf",
  title: "Find the PDF of an invoice",
  http: "GET /billing/invoices/:invoiceId/pdf",
  access: "billing:read",
  input: GetInvoicePdf,
  output: InvoiceFile,
  load: (db, { invoiceId }) => getInvoiceRow(db, invoiceId),
  run: ({ db, input }, invoice) =>
    input.of === "receipt" ? getReceipt(db, invoice) : getInvoiceFile(db, invoice.id, "pdf"),
});
