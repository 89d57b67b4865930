import { type Aside, AsideError } from "#kernel/aside/aside.ts";
import { refuse } from "#kernel/errors.ts";
import type { Logger } from "#kernel/log.ts";
import { cleanData } from "#kernel/pdf/clean-text.ts";
import { extendXmp } from "#kernel/pdf/extend-xmp.ts";
import type { PdfRenderer, RenderedDocument, TypstRequest } from "#kernel/pdf/renderer.ts";
import type { TypstJob } from "#kernel/pdf/typst-job.ts";

const CHILD = new URL("./typst-child.ts", import.meta.url);

/** Largest document, in bytes. */
const MAX_BYTES = 20_000_000;

const toJob = (request: TypstRequest): TypstJob => ({
  sources: request.sources,
  dataJson: JSON.stringify(cleanData(request.data)),
  assets: request.assets ?? {},
  attachments: request.attachments ?? [],
  createdAtSeconds: Math.floor(request.createdAt.epochMilliseconds / 1000),
  format: request.format ?? "pdf",
});

function refusal(error: unknown, log: Logger): unknown {
  if (!(error instanceof AsideError)) return error;
  if (error.fault === "busy")
    return refuse(
      "unavailable",
      "pdf.busy",
      "Many documents are being made right now. Try again in a minute.",
      {
        retryAfterSeconds: 60,
      },
    );
  log.error({ error: error.message }, "A document could not be made");
  return error.fault === "timeout"
    ? refuse("unavailable", "pdf.timeout", "Making this document took too long. Try again in a minute.")
    : refuse(
        "unavailable",
        "pdf.failed",
        "This document could not be made. Tell us, and we will look into it.",
      );
}

/** The renderer of this process, over its side processes. */
export function createPdfRenderer(house: { aside: Aside; log: Logger; maxBytes?: number }): PdfRenderer {
  const { aside, log, maxBytes = MAX_BYTES } = house;
  return {
    render: async (request) => {
      try {
        const made = await aside.run<RenderedDocument>(CHILD, toJob(request));
        if (made.content.length > maxBytes)
          throw new AsideError("failed", `${made.content.length} bytes are too many`);
        if (made.missing.length > 0)
          log.warn(
            { missing: made.missing.join(" ") },
            "No font at hand has these characters; they show as boxes",
          );
        return request.xmp ? { ...made, content: extendXmp(made.content, request.xmp) } : made;
      } catch (error) {
        throw refusal(error, log);
      }
    },
  };
}
