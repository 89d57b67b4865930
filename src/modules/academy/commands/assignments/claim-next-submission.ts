import { firstRow, sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { graderId, takeClaim } from "#modules/academy/assignments/claim.ts";
import { lockSubmission } from "#modules/academy/assignments/submission-row.ts";
import { ClaimedNext, ClaimNext } from "#modules/academy/contract/marking.ts";

/** Takes the oldest work that waits and is on nobody's table; two graders at once never get the same. Null: none waits. */
export const claimNextSubmission = defineCommand({
  name: "academy.claim_next_submission",
  title: "Take the next submission to mark",
  http: "POST /academy/submissions/next",
  access: "academy:grade",
  input: ClaimNext,
  output: ClaimedNext,
  run: async (context) => {
    const { tx, input, now } = context;
    const next = await firstRow<{ id: string }>(
      tx,
      sql`SELECT s.id FROM academy.submission s JOIN academy.enrollment e ON e.id = s.enrollment_id
          WHERE s.status IN ('waiting', 'second', 'agreeing')
            AND (s.claimed_until IS NULL OR s.claimed_until <= ${now.toString()}::timestamptz)
            AND NOT (s.status = 'second' AND EXISTS (SELECT FROM academy.mark m
              WHERE m.submission_id = s.id AND m.reading = 'first' AND m.grader_id = ${graderId(context)}))
            AND ${input.courseId ? sql`s.course_id = ${input.courseId}` : sql`true`}
            AND ${input.cohortId ? sql`e.cohort_id = ${input.cohortId}` : sql`true`}
            AND ${input.assignmentKey ? sql`s.assignment_key = ${input.assignmentKey}` : sql`true`}
          ORDER BY s.submitted_at, s.id LIMIT 1 FOR UPDATE OF s SKIP LOCKED`,
    );
    if (!next) return { submissionId: null, version: null };
    const { submissionId, version } = await takeClaim(context, await lockSubmission(tx, next.id));
    return { submissionId, version };
  },
});
