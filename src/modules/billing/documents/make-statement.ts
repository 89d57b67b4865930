import type { z } from "zod";
import type { PdfRenderer } from "#kernel/pdf/renderer.ts";
import type { DocumentFile } from "#modules/billing/contract/documents.ts";
import { templateSources } from "#modules/billing/documents/render-invoice.ts";
import { presentStatement } from "#modules/billing/rules/documents/present-statement.ts";
import type { StatementDocument } from "#modules/billing/rules/documents/statement.ts";
import type { DocumentBrand } from "#modules/billing/rules/documents/types.ts";

/** Makes a statement of account as a PDF, for whoever asked and not to keep. Errors: as `PdfRenderer.render`. */
export async function makeStatement(
  pdf: PdfRenderer,
  document: StatementDocument,
  made: { brand: DocumentBrand; now: Temporal.Instant },
): Promise<z.output<typeof DocumentFile>> {
  const { content } = await pdf.render({
    sources: templateSources("statement.typ"),
    data: presentStatement(document, made.brand),
    createdAt: made.now,
  });
  return {
    name: `statement-${document.from}-${document.until}.pdf`,
    mediaType: "application/pdf",
    contentBase64: Buffer.from(content).toString("base64"),
  };
}
