import { answerJobs } from "#kernel/aside/answer-jobs.ts";
import { isAppError } from "#kernel/errors.ts";
import type { CourseDraft, ImportFormat, Loss } from "#modules/academy/contract/transfer.ts";
import { openLosses } from "#modules/academy/transfer/draft/losses.ts";
import { openUpload } from "#modules/academy/transfer/open-upload.ts";
import { readCourse } from "#modules/academy/transfer/read-course.ts";

/** A file on this machine that holds a course, and how it was called. */
export interface ReadingJob {
  file: string;
  fileName: string;
}

export type Reading =
  | { format: ImportFormat; draft: CourseDraft; losses: readonly Loss[] }
  | { fault: { code: string; message: string } };

answerJobs(async ({ file, fileName }: ReadingJob): Promise<Reading> => {
  const losses = openLosses();
  try {
    const source = await openUpload(file, fileName);
    try {
      const { format, draft } = await readCourse(source, { fileName, losses });
      return { format, draft, losses: losses.list };
    } finally {
      source.close();
    }
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { fault: { code: error.code, message: error.message } };
  }
});
