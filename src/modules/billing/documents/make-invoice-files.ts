import type { Aside } from "#kernel/aside/aside.ts";
import type { Logger } from "#kernel/log.ts";
import type { PdfRenderer } from "#kernel/pdf/renderer.ts";
import { writeEInvoices } from "#modules/billing/documents/e-invoice.ts";
import { FACTUR_X_XMP, facturXAttachment } from "#modules/billing/documents/factur-x.ts";
import { renderInvoice } from "#modules/billing/documents/render-invoice.ts";
import { whyNoEInvoice } from "#modules/billing/rules/documents/e-invoice/check-e-invoice.ts";
import { presentInvoice } from "#modules/billing/rules/documents/present-invoice.ts";
import type { DocumentBrand, InvoiceDocument } from "#modules/billing/rules/documents/types.ts";

/** What of the house making documents needs. */
export interface DocumentTools {
  aside: Aside;
  pdf: PdfRenderer;
  log: Logger;
}

/** The files of one invoice or credit note. Without e-invoices the PDF carries no XML. */
export interface InvoiceFiles {
  pdf: Uint8Array;
  eInvoices: { ubl: string; cii: string } | null;
}

async function eInvoicesOf(tools: DocumentTools, document: InvoiceDocument) {
  const broken = whyNoEInvoice(document);
  if (broken.length === 0) return writeEInvoices(tools.aside, document);
  tools.log.info(
    { invoiceId: document.invoiceId, rules: broken.map(({ code }) => code) },
    "An invoice is no e-invoice of EN 16931",
  );
  return null;
}

/** Makes the PDF of an invoice or credit note, Factur-X where it can be an e-invoice, and its XML in both syntaxes. */
export async function makeInvoiceFiles(
  tools: DocumentTools,
  document: InvoiceDocument,
  brand: DocumentBrand,
): Promise<InvoiceFiles> {
  const eInvoices = await eInvoicesOf(tools, document);
  const hybrid = eInvoices && { attachments: [facturXAttachment(eInvoices.cii)], xmp: FACTUR_X_XMP };
  const { content } = await renderInvoice(tools.pdf, presentInvoice(document, brand), {
    createdAt: document.issuedAt,
    ...hybrid,
  });
  return { pdf: content, eInvoices };
}

/** Makes the receipt of an invoice that is paid. */
export async function makeReceipt(
  tools: DocumentTools,
  document: InvoiceDocument,
  made: { brand: DocumentBrand; paidAt: Temporal.Instant },
): Promise<Uint8Array> {
  const view = presentInvoice(document, made.brand, "receipt");
  return (await renderInvoice(tools.pdf, view, { createdAt: made.paidAt })).content;
}
