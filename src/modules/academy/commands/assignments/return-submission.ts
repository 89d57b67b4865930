import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { graderId, isTaken } from "#modules/academy/assignments/claim.ts";
import { noteGradeChange } from "#modules/academy/assignments/note-grade-change.ts";
import {
  demandVersion,
  gradeSubject,
  lockSubmission,
  submissionFacts,
} from "#modules/academy/assignments/submission-row.ts";
import { ChangedSubmission, ReturnSubmission } from "#modules/academy/contract/marking.ts";
import { SubmissionReturned } from "#modules/academy/events/assignments.ts";

/**
 * Asks a student to hand in again, and says what to do; this costs no attempt. Errors: `academy.submission_unknown`,
 * `academy.submission_changed`, `academy.not_returnable`, `academy.claimed_by_other`.
 */
export const returnSubmission = defineCommand({
  name: "academy.return_submission",
  title: "Ask for work to be handed in again",
  http: "POST /academy/submissions/:submissionId/return",
  access: "academy:grade",
  input: ReturnSubmission,
  output: ChangedSubmission,
  load: (tx, { submissionId }) => lockSubmission(tx, submissionId),
  run: async (context, submission) => {
    const { tx, input, now, emit } = context;
    demandVersion(submission, input.version);
    if (
      submission.status === "returned" ||
      submission.status === "withdrawn" ||
      submission.status === "released"
    )
      throw refuse(
        "conflict",
        "academy.not_returnable",
        submission.status === "released"
          ? "The student has the mark. Reopen it first."
          : "This submission is back with the student already.",
      );
    if (isTaken(submission, graderId(context), now))
      throw refuse("conflict", "academy.claimed_by_other", "Another grader has this on the table.");
    await tx.execute(
      sql`UPDATE academy.submission SET status = 'returned', returned_note = ${input.note}, claimed_by = NULL,
            claimed_until = NULL, version = version + 1 WHERE id = ${submission.id}`,
    );
    await noteGradeChange(context, {
      ...gradeSubject(submission),
      act: "returned",
      before: { status: submission.status },
      after: { status: "returned" },
      reason: input.note,
    });
    await emit(SubmissionReturned, { ...submissionFacts(submission), note: input.note });
    return { submissionId: submission.id, version: submission.version + 1, status: "returned" as const };
  },
});
