import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { takeClaim } from "#modules/academy/assignments/claim.ts";
import { noteGradeChange } from "#modules/academy/assignments/note-grade-change.ts";
import { demandVersion, gradeSubject, lockSubmission } from "#modules/academy/assignments/submission-row.ts";
import { ChangedSubmission, ReopenMark } from "#modules/academy/contract/marking.ts";

/**
 * Takes a mark back to change it, with a reason that stays in the history; the submission is on the table of who does.
 * A student who had the mark sees that it is being looked at again. Errors: `academy.submission_unknown`,
 * `academy.submission_changed`, `academy.not_marked`, `academy.newer_submission`.
 */
export const reopenMark = defineCommand({
  name: "academy.reopen_mark",
  title: "Reopen a mark",
  http: "POST /academy/submissions/:submissionId/reopening",
  access: "academy:grade",
  input: ReopenMark,
  output: ChangedSubmission,
  load: (tx, { submissionId }) => lockSubmission(tx, submissionId),
  run: async (context, submission) => {
    const { tx, input } = context;
    demandVersion(submission, input.version);
    if (submission.status !== "marked" && submission.status !== "released")
      throw refuse("conflict", "academy.not_marked", "This submission has no mark that could be reopened.");
    const newer = await firstRow(
      tx,
      sql`SELECT 1 FROM academy.submission WHERE enrollment_id = ${submission.enrollment_id}
            AND assignment_key = ${submission.assignment_key} AND number > ${submission.number} AND status <> 'withdrawn'`,
    );
    if (newer)
      throw refuse(
        "conflict",
        "academy.newer_submission",
        "The student has handed in again since. Mark the newer one.",
      );
    const mark = await firstRow<{ reading: string; points: number }>(
      tx,
      sql`UPDATE academy.mark SET is_final = false, released_at = NULL, released_by = NULL
          WHERE submission_id = ${submission.id} AND is_final RETURNING reading, points`,
    );
    const second = await firstRow(
      tx,
      sql`SELECT 1 FROM academy.mark WHERE submission_id = ${submission.id} AND reading = 'second'`,
    );
    const status = second ? ("agreeing" as const) : ("waiting" as const);
    await tx.execute(sql`UPDATE academy.submission SET status = ${status} WHERE id = ${submission.id}`);
    await noteGradeChange(context, {
      ...gradeSubject(submission),
      act: "reopened",
      before: { status: submission.status, points: mark?.points ?? null },
      after: { status },
      reason: input.reason,
    });
    const { version } = await takeClaim(context, submission);
    return { submissionId: submission.id, version, status };
  },
});
