import type { CourseDraft, ImportFormat } from "#modules/academy/contract/transfer.ts";
import { readArchive } from "#modules/academy/transfer/archive/read-archive.ts";
import type { CourseSource } from "#modules/academy/transfer/draft/course-source.ts";
import type { Losses } from "#modules/academy/transfer/draft/losses.ts";
import { readGift } from "#modules/academy/transfer/formats/gift/read-gift.ts";
import { readScorm } from "#modules/academy/transfer/formats/read-scorm.ts";
import { readCourseFolder } from "#modules/academy/transfer/markdown/read-course-folder.ts";

/** Reads one format; `fileName` names what has no name of its own. */
type CourseReader = (
  source: CourseSource,
  given: { fileName: string; losses: Losses },
) => Promise<CourseDraft>;

/** The reader of each format. */
export const readers: Partial<Record<ImportFormat, CourseReader>> = {
  cairn: (source, { losses }) => readArchive(source, losses),
  markdown: (source, { losses }) => readCourseFolder(source, losses),
  gift: readGift,
  scorm12: (source, given) => readScorm(source, { ...given, kind: "scorm12" }),
  scorm2004: (source, given) => readScorm(source, { ...given, kind: "scorm2004" }),
};
