import { refuse } from "#kernel/errors.ts";
import type { Logger } from "#kernel/log.ts";
import { cleanData } from "#kernel/pdf/clean-text.ts";
import { extendXmp } from "#kernel/pdf/extend-xmp.ts";
import type { PdfRenderer, RenderedDocument, RenderLimits, TypstRequest } from "#kernel/pdf/renderer.ts";
import type { TypstJob } from "#kernel/pdf/typst-job.ts";
import { startTypst, type TypstProcess } from "#kernel/pdf/typst-process.ts";

const LIMITS: RenderLimits = {
  timeoutMs: 15_000,
  memoryBytes: 600_000_000,
  outputBytes: 20_000_000,
  processes: 2,
  waiting: 500,
  idleMs: 20_000,
};

const failed = () =>
  refuse("unavailable", "pdf.failed", "This document could not be made. Tell us, and we will look into it.");
const busy = () =>
  refuse("unavailable", "pdf.busy", "Many documents are being made right now. Try again in a minute.", {
    retryAfterSeconds: 60,
  });

const toJob = (request: TypstRequest, outputBytes: number): TypstJob => ({
  sources: request.sources,
  dataJson: JSON.stringify(cleanData(request.data)),
  assets: request.assets ?? {},
  attachments: request.attachments ?? [],
  createdAtSeconds: Math.floor(request.createdAt.epochMilliseconds / 1000),
  format: request.format ?? "pdf",
  outputBytes,
});

/** The processes of one renderer: started when needed, ended when idle, replaced when dead. */
function openPool(limits: RenderLimits) {
  const idle: TypstProcess[] = [];
  const all = new Set<TypstProcess>();
  const waiting: ((process: TypstProcess) => void)[] = [];
  let timer: NodeJS.Timeout | undefined;

  const start = () => {
    const process = startTypst(limits);
    all.add(process);
    return process;
  };
  const endIdle = () => {
    for (const process of idle.splice(0)) {
      all.delete(process);
      process.kill();
    }
  };
  return {
    async take(): Promise<TypstProcess> {
      clearTimeout(timer);
      const free = idle.pop();
      if (free?.isAlive()) return free;
      if (free) all.delete(free);
      if (all.size < limits.processes) return start();
      if (waiting.length >= limits.waiting) throw busy();
      return new Promise((resolve) => waiting.push(resolve));
    },
    give(process: TypstProcess): void {
      if (!process.isAlive()) all.delete(process);
      const next = waiting.shift();
      if (next) return next(process.isAlive() ? process : start());
      if (process.isAlive()) idle.push(process);
      clearTimeout(timer);
      timer = setTimeout(endIdle, limits.idleMs).unref();
    },
    close(): void {
      clearTimeout(timer);
      for (const process of all) process.kill();
      all.clear();
      idle.length = 0;
    },
  };
}

/** Opens the renderer of this process. Nothing starts before the first document. */
export function openPdfRenderer(log: Logger, given: Partial<RenderLimits> = {}): PdfRenderer {
  const limits = { ...LIMITS, ...given };
  const pool = openPool(limits);
  return {
    render: async (request): Promise<RenderedDocument> => {
      const job = toJob(request, limits.outputBytes);
      const process = await pool.take();
      try {
        const answer = await process.run(job);
        if ("error" in answer) {
          log.error({ error: answer.error }, "A document could not be made");
          throw failed();
        }
        if (answer.missing.length > 0)
          log.warn(
            { missing: answer.missing.join(" ") },
            "No font at hand has these characters; they show as boxes",
          );
        return request.xmp ? { ...answer, content: extendXmp(answer.content, request.xmp) } : answer;
      } finally {
        pool.give(process);
      }
    },
    close: async () => pool.close(),
  };
}
