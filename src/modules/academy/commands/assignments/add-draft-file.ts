import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { type FileRecord, getFile } from "#kernel/files/save-file.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { readDraftFiles } from "#modules/academy/assignments/draft-row.ts";
import { demandHandIn, openMyAssignment } from "#modules/academy/assignments/my-assignment.ts";
import type { AssignmentSettings } from "#modules/academy/contract/assignment.ts";
import { AddDraftFile, DraftFiles } from "#modules/academy/contract/submissions.ts";
import { findFileFault } from "#modules/academy/rules/assignments/file-fault.ts";

function demandTaken(file: FileRecord, settings: AssignmentSettings): void {
  const fault = findFileFault(file, settings);
  if (fault === "program")
    throw refuse(
      "invalid",
      "academy.file_is_program",
      "Programs are not taken. Hand in a document, or a zip with the source.",
    );
  if (fault === "type")
    throw refuse(
      "invalid",
      "academy.file_type_not_taken",
      `This assignment takes: ${settings.fileTypes.join(", ")}.`,
    );
  if (fault === "size")
    throw refuse(
      "too_large",
      "academy.file_too_large",
      `A file may have ${Math.floor(settings.maxFileBytes / 1_000_000)} MB at most here. Make it smaller, or split it.`,
    );
}

/**
 * Adds a file that the student has sent to the draft. What is in it is not looked at beyond its type: nobody claims it
 * to be free of viruses. Errors: those of opening the assignment, `files.not_found`, `academy.file_is_program`,
 * `academy.file_type_not_taken`, `academy.file_too_large`, `academy.files_full`.
 */
export const addDraftFile = defineCommand({
  name: "academy.add_draft_file",
  title: "Add a file to one's work",
  http: "POST /academy/my/courses/:courseSlug/assignments/:assignmentKey/files",
  access: "customer",
  input: AddDraftFile,
  output: DraftFiles,
  run: async (context) => {
    const { tx, input, now } = context;
    const mine = await openMyAssignment(context, tx, { ...input, lock: true });
    demandHandIn(mine);
    const { enrollment, assignment } = mine;
    const of = { enrollmentId: enrollment.id, assignmentKey: assignment.key };
    const file = await getFile(tx, input.fileId);
    // Somebody else's file is as good as none.
    if (file.createdBy !== enrollment.person_id)
      throw refuse("not_found", "files.not_found", "There is no such file.");
    demandTaken(file, assignment.settings);
    const there = await readDraftFiles(tx, of);
    const isThere = there.some(({ fileId }) => fileId === file.fileId);
    if (!isThere && there.length >= assignment.settings.maxFiles)
      throw refuse(
        "conflict",
        "academy.files_full",
        assignment.settings.maxFiles === 0
          ? "This assignment takes text only."
          : `${assignment.settings.maxFiles} files go with this work at most. Take one out first.`,
      );
    await tx.execute(
      sql`INSERT INTO academy.student_file (file_id, enrollment_id, account_id, person_id, assignment_key, name, media_type,
            bytes, sha256, in_draft, added_at)
          VALUES (${file.fileId}, ${enrollment.id}, ${enrollment.account_id}, ${enrollment.person_id}, ${assignment.key},
            ${file.name}, ${file.mediaType}, ${file.bytes}, ${file.sha256}, true, ${now.toString()})
          ON CONFLICT (file_id) DO UPDATE SET in_draft = true WHERE academy.student_file.enrollment_id = ${enrollment.id}
            AND academy.student_file.assignment_key = ${assignment.key}`,
    );
    return { files: await readDraftFiles(tx, of) };
  },
});
