import { type KeptBytes, keepBytes } from "#kernel/files/save-file.ts";
import { refuse } from "#kernel/errors.ts";
import type { JobContext } from "#kernel/jobs/job.ts";
import type { CourseDraft } from "#modules/academy/contract/transfer.ts";
import { findImportWork } from "#modules/academy/queries/transfer/import-work.ts";
import { sha256Of } from "#modules/academy/transfer/archive/layout.ts";
import { mediaTypeOf } from "#modules/academy/transfer/draft/media-type-of.ts";
import { openUpload } from "#modules/academy/transfer/open-upload.ts";
import type { ReadingJob } from "#modules/academy/transfer/reading-child.ts";
import { endWithFault, readAside, withUpload } from "#modules/academy/transfer/with-upload.ts";
import { ARCHIVE_LIMITS } from "#modules/academy/rules/transfer/archive-faults.ts";

const maxBytes = ARCHIVE_LIMITS.fileBytes;

type Kept = KeptBytes & { path: string };

interface Wanted {
  path: string;
  /** Left out for files of packages, which may be empty and are what their name says. */
  media?: { name: string; mediaType: string };
}

/** Every file of the draft once, by where its bytes are. */
function wantedOf({ media, packages }: CourseDraft): Wanted[] {
  const files = packages.flatMap((one) => one.files.map(({ from }): Wanted => ({ path: from })));
  const named = media.map(({ path, name, mediaType }): Wanted => ({ path, media: { name, mediaType } }));
  return [...new Map([...files, ...named].map((one) => [one.path, one])).values()];
}

/** Streams one file into the store; what says its own checksum in its name must have it. */
async function keep(
  { files }: JobContext,
  content: AsyncIterable<Uint8Array>,
  { path, media }: Wanted,
): Promise<Kept> {
  const kept = media
    ? await keepBytes(files, { content, ...media, maxBytes })
    : {
        ...(await files.write(content, { maxBytes })),
        name: path.split("/").at(-1) ?? path,
        mediaType: mediaTypeOf(path),
      };
  const promised = sha256Of(path);
  if (promised !== undefined && promised !== kept.sha256)
    throw refuse("invalid", "academy.archive_broken", `"${path}" is damaged: it is not what its name says.`);
  return { ...kept, path };
}

async function keepFiles(
  context: JobContext,
  importId: string,
  given: { job: ReadingJob; draft: CourseDraft },
) {
  const source = await openUpload(given.job.file, given.job.fileName);
  const wanted = wantedOf(given.draft);
  const kept: Kept[] = [];
  try {
    for (const one of wanted) {
      context.signal.throwIfAborted();
      kept.push(await keep(context, source.stream(one.path), one));
      if (kept.length % 20 === 0)
        await context.call("academy.note_import_progress", {
          importId,
          filesDone: kept.length,
          filesTotal: wanted.length,
        });
    }
  } finally {
    source.close();
  }
  return kept;
}

/**
 * Brings a course in: its bytes into the store first, then all rows in one transaction. Safe to run twice and to be
 * killed at any point: bytes are kept by what they are, and the course is made by the command that ends the import.
 */
export async function bringIn(context: JobContext, { importId }: { importId: string }): Promise<void> {
  const work = await findImportWork(context.db, importId);
  if (work?.status !== "writing") return;
  try {
    await withUpload(context, work.fileId, async (job) => {
      const { draft, losses } = await readAside(context, job);
      const kept = await keepFiles(context, importId, { job, draft });
      await context.call("academy.write_import", { importId, draft: JSON.stringify(draft), losses, kept });
    });
  } catch (error) {
    await endWithFault(context, importId, error);
  }
}
