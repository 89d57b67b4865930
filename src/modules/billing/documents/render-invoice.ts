import { readFileSync } from "node:fs";
import QRCode from "qrcode";
import type { PdfRenderer, RenderedDocument, TypstRequest } from "#kernel/pdf/renderer.ts";
import type { InvoiceView } from "#modules/billing/rules/documents/view.ts";

const template = (name: string): string =>
  readFileSync(new URL(`./templates/${name}`, import.meta.url), "utf8");

/** The Typst sources of one kind of document. */
export const templateSources = (main: "invoice.typ" | "statement.typ"): Record<string, string> => ({
  "main.typ": template(main),
  "page.typ": template("page.typ"),
});

const qrCode = async (payload: string): Promise<Uint8Array> =>
  Buffer.from(await QRCode.toString(payload, { type: "svg", errorCorrectionLevel: "M", margin: 0 }));

/** Makes the pages of an invoice, credit note or receipt. Errors: as `PdfRenderer.render`. */
export async function renderInvoice(
  pdf: PdfRenderer,
  view: InvoiceView,
  more: Pick<TypstRequest, "createdAt" | "attachments" | "xmp" | "format">,
): Promise<RenderedDocument> {
  const assets: Record<string, Uint8Array> = view.payment?.qr
    ? { "qr.svg": await qrCode(view.payment.qr.payload) }
    : {};
  return pdf.render({ ...more, sources: templateSources("invoice.typ"), data: view, assets });
}
