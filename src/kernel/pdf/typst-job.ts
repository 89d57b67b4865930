import type { PdfAttachment } from "#kernel/pdf/renderer.ts";

/** What crosses to the process that renders; structured clone carries bytes as they are. */
export interface TypstJob {
  sources: Readonly<Record<string, string>>;
  dataJson: string;
  assets: Readonly<Record<string, Uint8Array>>;
  attachments: readonly PdfAttachment[];
  createdAtSeconds: number;
  format: "pdf" | "svg";
}
