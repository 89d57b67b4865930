import { defineQuery } from "#kernel/operation/operation.ts";
import { GetInvoiceXml, InvoiceXml } from "#modules/billing/contract/documents.ts";
import { getInvoiceRow } from "#modules/billing/invoices/load-invoice.ts";
import { readInvoiceXml } from "#modules/billing/queries/documents/invoice-xml.ts";

/**
 * The e-invoice (EN 16931) of an invoice. Errors: `billing.invoice_unknown`, `billing.no_e_invoice`,
 * `billing.document_preparing`.
 */
export const getInvoiceXml = defineQuery({
  name: "billing.get_invoice_xml",
  title: "Read the e-invoice of an invoice",
  http: "GET /billing/invoices/:invoiceId/xml",
  access: "billing:read",
  input: GetInvoiceXml,
  output: InvoiceXml,
  load: (db, { invoiceId }) => getInvoiceRow(db, invoiceId),
  run: (context, invoice) => readInvoiceXml(context, invoice.id, context.input.syntax),
});
