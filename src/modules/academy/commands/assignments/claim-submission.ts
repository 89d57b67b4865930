import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { graderId, hasRead, isTaken, takeClaim } from "#modules/academy/assignments/claim.ts";
import { lockSubmission } from "#modules/academy/assignments/submission-row.ts";
import { Claimed, SubmissionRef } from "#modules/academy/contract/marking.ts";
import { isToMark } from "#modules/academy/rules/assignments/next-reading.ts";

/**
 * Puts a submission on one's table for an hour; nobody else can mark it meanwhile. Errors: `academy.submission_unknown`,
 * `academy.nothing_to_mark`, `academy.claimed_by_other`, `academy.second_grader_needed`.
 */
export const claimSubmission = defineCommand({
  name: "academy.claim_submission",
  title: "Take a submission to mark it",
  http: "POST /academy/submissions/:submissionId/claim",
  access: "academy:grade",
  input: SubmissionRef,
  output: Claimed,
  load: (tx, { submissionId }) => lockSubmission(tx, submissionId),
  run: async (context, submission) => {
    const grader = graderId(context);
    if (!isToMark(submission.status))
      throw refuse("conflict", "academy.nothing_to_mark", "This submission does not wait for a mark.");
    if (isTaken(submission, grader, context.now))
      throw refuse(
        "conflict",
        "academy.claimed_by_other",
        "Another grader has this on the table. Take another, or come back within the hour.",
      );
    if (submission.status === "second" && (await hasRead(context.tx, submission.id, grader)))
      throw refuse(
        "conflict",
        "academy.second_grader_needed",
        "You made the first mark. The second is made by somebody else.",
      );
    return takeClaim(context, submission);
  },
});
