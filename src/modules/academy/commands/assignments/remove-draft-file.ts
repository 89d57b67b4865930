import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { readDraftFiles } from "#modules/academy/assignments/draft-row.ts";
import { demandHandIn, openMyAssignment } from "#modules/academy/assignments/my-assignment.ts";
import { DraftFiles, RemoveDraftFile } from "#modules/academy/contract/submissions.ts";

/** Takes a file out of the draft; what was handed in before keeps it. Errors: those of opening the assignment. */
export const removeDraftFile = defineCommand({
  name: "academy.remove_draft_file",
  title: "Take a file out of one's work",
  http: "DELETE /academy/my/courses/:courseSlug/assignments/:assignmentKey/files/:fileId",
  access: "customer",
  input: RemoveDraftFile,
  output: DraftFiles,
  run: async (context) => {
    const { tx, input } = context;
    const mine = await openMyAssignment(context, tx, { ...input, lock: true });
    demandHandIn(mine);
    const of = { enrollmentId: mine.enrollment.id, assignmentKey: input.assignmentKey };
    const own = sql`file_id = ${input.fileId} AND enrollment_id = ${of.enrollmentId}
      AND assignment_key = ${of.assignmentKey}`;
    await tx.execute(sql`UPDATE academy.student_file SET in_draft = false WHERE ${own}`);
    await tx.execute(
      sql`DELETE FROM academy.student_file f WHERE ${own}
            AND NOT EXISTS (SELECT FROM academy.submission_file s WHERE s.file_id = f.file_id)`,
    );
    return { files: await readDraftFiles(tx, of) };
  },
});
