import { defineCommand } from "#kernel/operation/operation.ts";
import { PrepareInvoiceFiles, Prepared } from "#modules/billing/contract/documents.ts";
import { getInvoiceRow } from "#modules/billing/invoices/load-invoice.ts";
import { makeReceiptJob, sendInvoiceJob } from "#modules/billing/jobs/documents/send-documents.ts";

/**
 * Asks once more for the documents of an invoice, where making them failed. What was made stays, and nothing is mailed
 * twice. Errors: `billing.invoice_unknown`.
 */
export const prepareInvoiceFilesAgain = defineCommand({
  name: "billing.prepare_invoice_files",
  title: "Make the documents of an invoice that are missing",
  http: "POST /billing/invoices/:invoiceId/files",
  access: "billing:sell",
  input: PrepareInvoiceFiles,
  output: Prepared,
  load: (tx, { invoiceId }) => getInvoiceRow(tx, invoiceId),
  run: async ({ enqueue }, invoice) => {
    await enqueue(sendInvoiceJob, { invoiceId: invoice.id });
    if (invoice.status === "paid") await enqueue(makeReceiptJob, { invoiceId: invoice.id });
    return { invoiceId: invoice.id };
  },
});
