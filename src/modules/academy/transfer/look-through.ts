import type { JobContext } from "#kernel/jobs/job.ts";
import type { CourseDraft } from "#modules/academy/contract/transfer.ts";
import type { ImportFound } from "#modules/academy/contract/imports.ts";
import { findImportWork } from "#modules/academy/queries/transfer/import-work.ts";
import { endWithFault, readAside, withUpload } from "#modules/academy/transfer/with-upload.ts";

const countOf = (draft: CourseDraft): ImportFound => ({
  modules: draft.modules.length,
  lessons: draft.modules.reduce((sum, { lessons }) => sum + lessons.length, 0),
  questions: draft.questions.length,
  quizzes: draft.quizzes.length,
  assignments: draft.assignments.length,
  packages: draft.packages.length,
  files: draft.media.length + draft.packages.reduce((sum, { files }) => sum + files.length, 0),
});

/** Reads an uploaded course and notes what will come. Safe to run twice: what was noted once stays. */
export async function lookThrough(context: JobContext, { importId }: { importId: string }): Promise<void> {
  const work = await findImportWork(context.db, importId);
  if (work?.status !== "reading") return;
  try {
    const { format, draft, losses } = await withUpload(context, work.fileId, (job) =>
      readAside(context, job),
    );
    const { title } = draft.facts;
    await context.call("academy.keep_import_reading", {
      importId,
      format,
      title,
      slug: draft.slug,
      found: countOf(draft),
      losses,
    });
  } catch (error) {
    await endWithFault(context, importId, error);
  }
}
