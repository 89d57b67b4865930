import { defineQuery } from "#kernel/operation/operation.ts";
import { GetInvoiceXml, InvoiceXml } from "#modules/billing/contract/documents.ts";
import { getInvoiceRow } from "#modules/billing/invoices/load-invoice.ts";
import { canManageBilling } from "#modules/billing/policy.ts";
import { readInvoiceXml } from "#modules/billing/queries/documents/invoice-xml.ts";

/**
 * The e-invoice (EN 16931) of one of my invoices. Errors: `billing.invoice_unknown`, `billing.no_e_invoice`,
 * `billing.document_preparing`.
 */
export const getMyInvoiceXml = defineQuery({
  name: "billing.get_my_invoice_xml",
  title: "Read the e-invoice of one of my invoices",
  http: "GET /account/invoices/:invoiceId/xml",
  access: "customer",
  input: GetInvoiceXml,
  output: InvoiceXml,
  load: (db, { invoiceId }) => getInvoiceRow(db, invoiceId),
  allow: canManageBilling,
  run: (context, invoice) => readInvoiceXml(context, invoice.id, context.input.syntax),
});
