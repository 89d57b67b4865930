import type { XmpAddition } from "#kernel/pdf/extend-xmp.ts";

/** A file that travels inside a PDF (PDF/A-3, ISO 19005-3). */
export interface PdfAttachment {
  name: string;
  content: Uint8Array;
  mediaType: string;
  description: string;
  /** How the file relates to the page: `alternative` holds the same facts in another form. */
  relationship: "source" | "data" | "alternative" | "supplement";
}

/** One document to make. Text of people stands in `data` alone: a template shows it and never runs it. */
export interface TypstRequest {
  /** Trusted Typst sources by file name; `main.typ` is compiled and may import the others. */
  sources: Readonly<Record<string, string>>;
  /** JSON, which the template reads as `json("data.json")`. */
  data: unknown;
  /** Pictures and the like, by the name the template reads them under. */
  assets?: Readonly<Record<string, Uint8Array>>;
  attachments?: readonly PdfAttachment[];
  xmp?: XmpAddition;
  /** Stands in the file as its date; nothing of the machine's clock does, so equal input gives equal bytes. */
  createdAt: Temporal.Instant;
  /** `svg` is the pages as a picture, for looking at. Default `pdf`, which is PDF/A-3a. */
  format?: "pdf" | "svg";
}

/** A document made. */
export interface RenderedDocument {
  content: Uint8Array;
  pages: number;
  /** Characters that no font at hand can show; each stands as a box. Empty when all is well. */
  missing: readonly string[];
}

/** Makes PDF documents from Typst templates, outside of this process. */
export interface PdfRenderer {
  /**
   * Errors: `pdf.timeout`, `pdf.failed` (fault of the template, memory or size; the log has why), `pdf.busy` when too
   * many wait.
   */
  render(request: TypstRequest): Promise<RenderedDocument>;
}
