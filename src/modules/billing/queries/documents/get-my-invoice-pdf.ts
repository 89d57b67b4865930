import { defineQuery } from "#kernel/operation/operation.ts";
import { GetInvoicePdf, InvoiceFile } from "#modules/billing/contract/documents.ts";
import { getInvoiceRow } from "#modules/billing/invoices/load-invoice.ts";
import { canManageBilling } from "#modules/billing/policy.ts";
import { getInvoiceFile, getReceipt } from "#modules/billing/queries/documents/invoice-files.ts";

/**
 * Where the PDF of one of my invoices, or its receipt, is downloaded. Errors: `billing.invoice_unknown`,
 * `billing.document_preparing`, `billing.invoice_not_paid`.
 */
export const getMyInvoicePdf = defineQuery({
  name: "billing.get_my_invoice_pdf",
  title: "Find the PDF of one of my invoices",
  http: "GET /account/invoices/:invoiceId/pdf",
  access: "customer",
  input: GetInvoicePdf,
  output: InvoiceFile,
  load: (db, { invoiceId }) => getInvoiceRow(db, invoiceId),
  allow: canManageBilling,
  run: ({ db, input }, invoice) =>
    input.of === "receipt" ? getReceipt(db, invoice) : getInvoiceFile(db, invoice.id, "pdf"),
});
