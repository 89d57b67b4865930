import { readFileSync } from "node:fs";
import QRCode from "qrcode";
import type { PdfRenderer, RenderedDocument, TypstRequest } from "#kernel/pdf/renderer.ts";
import {
  type CertificateSays,
  presentCertificate,
} from "#modules/academy/rules/certificates/present-certificate.ts";

const template = (): string => readFileSync(new URL("./templates/certificate.typ", import.meta.url), "utf8");

const qrCode = async (address: string): Promise<Uint8Array> =>
  Buffer.from(await QRCode.toString(address, { type: "svg", errorCorrectionLevel: "M", margin: 0 }));

/** Makes the page of a certificate, PDF/A-3a with its parts named for readers. Errors: as `PdfRenderer.render`. */
export async function renderCertificate(
  pdf: PdfRenderer,
  says: CertificateSays,
  made: { colour: string; checkUrl: string } & Pick<TypstRequest, "createdAt" | "format">,
): Promise<RenderedDocument> {
  const { createdAt, format, ...look } = made;
  return pdf.render({
    sources: { "main.typ": template() },
    data: presentCertificate(says, look),
    assets: { "qr.svg": await qrCode(look.checkUrl) },
    createdAt,
    format,
  });
}
