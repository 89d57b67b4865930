import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { graderId } from "#modules/academy/assignments/claim.ts";
import { noteGradeChange } from "#modules/academy/assignments/note-grade-change.ts";
import { gradeSubject, lockSubmission } from "#modules/academy/assignments/submission-row.ts";
import { ChangedSubmission, SubmissionRef } from "#modules/academy/contract/marking.ts";

/** Puts a submission back into the queue; what was drafted stays. Errors: `academy.submission_unknown`, `academy.not_claimed`. */
export const giveBackSubmission = defineCommand({
  name: "academy.give_back_submission",
  title: "Put a submission back into the queue",
  http: "DELETE /academy/submissions/:submissionId/claim",
  access: "academy:grade",
  input: SubmissionRef,
  output: ChangedSubmission,
  load: (tx, { submissionId }) => lockSubmission(tx, submissionId),
  run: async (context, submission) => {
    if (submission.claimed_by !== graderId(context))
      throw refuse("conflict", "academy.not_claimed", "This submission is not on your table.");
    await context.tx.execute(
      sql`UPDATE academy.submission SET claimed_by = NULL, claimed_until = NULL, version = version + 1
          WHERE id = ${submission.id}`,
    );
    await noteGradeChange(context, { ...gradeSubject(submission), act: "given_back" });
    return { submissionId: submission.id, version: submission.version + 1, status: submission.status };
  },
});
