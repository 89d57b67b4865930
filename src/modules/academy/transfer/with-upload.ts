import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { AsideError } from "#kernel/aside/aside.ts";
import { type AppError, isAppError, refuse } from "#kernel/errors.ts";
import { getFile } from "#kernel/files/save-file.ts";
import type { JobContext } from "#kernel/jobs/job.ts";
import type { Reading, ReadingJob } from "#modules/academy/transfer/reading-child.ts";

const CHILD = new URL("./reading-child.ts", import.meta.url);

/** What a side process that came to nothing means for who uploaded. */
function asideFault(error: AsideError): AppError {
  if (error.fault === "failed")
    return refuse(
      "invalid",
      "academy.import_unreadable",
      "The file could not be read: it is not built as its format asks.",
    );
  if (error.fault === "busy")
    return refuse(
      "unavailable",
      "academy.import_busy",
      "Too many courses are read at the moment. Try again in a minute.",
    );
  return refuse(
    "too_large",
    "academy.import_too_heavy",
    "Reading this file took more time or memory than is given to one.",
  );
}

/** Has a side process read what a course holds. Errors: those of the formats, `academy.import_unreadable`, `academy.import_too_heavy`. */
export async function readAside(
  { aside, log }: JobContext,
  job: ReadingJob,
): Promise<Exclude<Reading, { fault: unknown }>> {
  const reading = await aside.run<Reading>(CHILD, job).catch((error: unknown) => {
    if (!(error instanceof AsideError)) throw error;
    log.warn({ fault: error.fault, reason: error.message }, "An uploaded course could not be read");
    throw asideFault(error);
  });
  if ("fault" in reading) throw refuse("invalid", reading.fault.code, reading.fault.message);
  return reading;
}

/** Puts an uploaded file where it can be read from any place in it, for as long as the work takes. */
export async function withUpload<T>(
  { db, files }: JobContext,
  fileId: string,
  work: (job: ReadingJob) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), "cairn-import-"));
  try {
    const { sha256, name } = await getFile(db, fileId);
    const file = path.join(folder, "upload");
    await pipeline(await files.read(sha256), createWriteStream(file, { mode: 0o600 }));
    return await work({ file, fileName: name });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Ends an import that cannot go on, with words for who uploaded; a bug is logged and said to be ours. */
export async function endWithFault(
  { call, log, signal }: JobContext,
  importId: string,
  error: unknown,
): Promise<void> {
  // A process that shuts down is no fault: the job is done again.
  if (signal.aborted) throw error;
  if (!isAppError(error)) log.error({ importId, error }, "Bug");
  const { code, message } = isAppError(error)
    ? error
    : {
        code: "academy.import_failed",
        message: "Something failed on our side. It is logged; nothing came in.",
      };
  await call("academy.fail_import", { importId, code, message });
}
