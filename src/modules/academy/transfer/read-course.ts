import { refuse } from "#kernel/errors.ts";
import type { CourseDraft, ImportFormat, MediaDraft } from "#modules/academy/contract/transfer.ts";
import { detectFormat } from "#modules/academy/transfer/detect-format.ts";
import { type CourseSource, sourceBelow } from "#modules/academy/transfer/draft/course-source.ts";
import { finishDraft } from "#modules/academy/transfer/draft/finish-draft.ts";
import type { Losses } from "#modules/academy/transfer/draft/losses.ts";
import { storableDraft } from "#modules/academy/transfer/draft/storable-draft.ts";
import { readers } from "#modules/academy/transfer/course-readers.ts";

/** Files with nothing in them are no files of a course. */
function withoutEmpty(
  media: readonly MediaDraft[],
  bytesOf: (path: string) => number,
  losses: Losses,
): MediaDraft[] {
  return media.filter(({ path }) => {
    if (bytesOf(path) > 0) return true;
    losses.add(path, path, "There is nothing in this file, so it was left out.");
    return false;
  });
}

/** Where the bytes are in the source itself, not below the folder that the course begins in. */
const withFolder = (draft: CourseDraft, folder: string): CourseDraft => {
  const from = (path: string) => (folder === "" ? path : `${folder}/${path}`);
  return {
    ...draft,
    media: draft.media.map((item) => ({ ...item, path: from(item.path) })),
    packages: draft.packages.map((one) => ({
      ...one,
      files: one.files.map((file) => ({ ...file, from: from(file.from) })),
    })),
  };
};

/**
 * Reads a course of whatever format a source is in. Reads only text; bytes of media are named, not touched.
 * Errors: `academy.import_unknown_format`, `academy.import_empty`, and those of each format.
 */
export async function readCourse(
  source: CourseSource & { bytesOf(path: string): number },
  { fileName, losses }: { fileName: string; losses: Losses },
): Promise<{ format: ImportFormat; draft: CourseDraft }> {
  const { format, folder } = await detectFormat(source);
  const reader = readers[format];
  if (!reader)
    throw refuse("invalid", "academy.import_unknown_format", `Courses as ${format} are not read yet.`);
  const read = await reader(sourceBelow(source, folder), { fileName, losses });
  const placed = withFolder(storableDraft(read, losses), folder);
  const draft = finishDraft({ ...placed, media: withoutEmpty(placed.media, source.bytesOf, losses) }, losses);
  const isEmpty =
    draft.questions.length === 0 &&
    draft.packages.length === 0 &&
    draft.modules.every(({ lessons }) => lessons.length === 0);
  if (isEmpty)
    throw refuse("invalid", "academy.import_empty", "Nothing in this file could be taken.", {
      data: { losses: losses.list.slice(0, 20) },
    });
  return { format, draft };
}
