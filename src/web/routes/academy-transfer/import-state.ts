import { z } from "zod";
import type { ImportDetail, ImportState } from "#modules/academy/contract/imports.ts";
import type { ImportFormat } from "#modules/academy/contract/transfer.ts";
import type { PageContext } from "#web/context.ts";
import type { FormState } from "#web/forms/form-state.ts";
import { countOf } from "#web/format/plural.ts";

export type CourseImport = z.output<typeof ImportState>;
export type CourseImportDetail = z.output<typeof ImportDetail>;

/** Largest file that comes with a form, in bytes. Larger ones are uploaded through the API. */
const MOST_BYTES = 24_000_000;
const TOO_LARGE =
  "A form takes files of up to 24 MB. Send larger ones to POST /api/v1/files, and start with its fileId";

export const ImportUpload = z.object({
  file: z.file().max(MOST_BYTES, TOO_LARGE),
  courseId: z.string().optional(),
});

/** Stores a file and has it looked through; nothing comes in yet. */
export async function lookThrough(
  { call, saveFile }: PageContext,
  { file, courseId }: z.output<typeof ImportUpload>,
): Promise<{ importId: string }> {
  const { fileId } = await saveFile(file);
  return call<{ importId: string }>("academy.start_import", { fileId, courseId: courseId || null });
}

/** The answer to a form that is too large to be read at all, or null for one that is not. */
export function refuseLargeFile(request: Request): FormState | null {
  const length = Number(request.headers.get("content-length") ?? 0);
  if (length <= MOST_BYTES + 100_000) return null;
  return { intent: null, message: null, errors: { file: TOO_LARGE }, values: {} };
}

/** How an import stands, in words. */
export const importWords: Record<CourseImport["status"], string> = {
  reading: "Being looked through",
  ready: "Waits for you",
  writing: "Coming in",
  done: "Brought in",
  failed: "Could not come in",
  cancelled: "Given up",
};

/** Formats as people call them. */
export const formatWords: Record<ImportFormat, string> = {
  cairn: "Cairn archive",
  markdown: "Folder of Markdown",
  imscc: "Common Cartridge",
  olx: "OLX",
  qti: "QTI",
  gift: "GIFT",
  scorm12: "SCORM 1.2",
  scorm2004: "SCORM 2004",
  cmi5: "cmi5",
};

/** `4 modules, 20 lessons …`: what there is of each. */
export function foundWords(found: CourseImport["found"]): string {
  if (!found) return "";
  const counts = [
    [found.modules, "module"],
    [found.lessons, "lesson"],
    [found.questions, "question"],
    [found.quizzes, "quiz", "quizzes"],
    [found.assignments, "assignment"],
    [found.packages, "package"],
    [found.files, "file"],
  ] as const;
  return counts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => (many && count !== 1 ? `${count} ${many}` : countOf(count, one)))
    .join(", ");
}
