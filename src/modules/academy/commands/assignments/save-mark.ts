import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import { getAssignmentVersion } from "#modules/academy/assignments/assignment-row.ts";
import { graderId, LEASE } from "#modules/academy/assignments/claim.ts";
import { noteGradeChange } from "#modules/academy/assignments/note-grade-change.ts";
import {
  demandVersion,
  gradeSubject,
  lockSubmission,
  type SubmissionRow,
} from "#modules/academy/assignments/submission-row.ts";
import { countMark, pointsOfReading, writeReading } from "#modules/academy/assignments/write-reading.ts";
import { SavedMark, SaveMark } from "#modules/academy/contract/marking.ts";
import {
  nextReading,
  type ReadingKind,
  statusAfter,
} from "#modules/academy/rules/assignments/next-reading.ts";

/** Ends a reading: the mark that counts is the last one made; two that agree count as the first. */
async function finish(
  ctx: AcademyContext,
  submission: SubmissionRow,
  done: { reading: ReadingKind; status: "second" | "agreeing" | "marked" },
): Promise<void> {
  if (done.status === "marked")
    await ctx.tx.execute(
      sql`UPDATE academy.mark SET is_final = true WHERE submission_id = ${submission.id}
            AND reading = ${done.reading === "second" ? "first" : done.reading}`,
    );
  await ctx.tx.execute(
    sql`UPDATE academy.submission SET status = ${done.status}, claimed_by = NULL, claimed_until = NULL,
          version = version + 1 WHERE id = ${submission.id}`,
  );
}

/**
 * Keeps a mark as a draft, or ends the reading with it. Only who has the submission on the table can, and only on the
 * version the page showed: what belongs to another student or another hand is refused.
 * Errors: `academy.submission_unknown`, `academy.submission_changed`, `academy.nothing_to_mark`, `academy.not_claimed`,
 * `academy.mark_invalid`, `academy.mark_incomplete`.
 */
export const saveMark = defineCommand({
  name: "academy.save_mark",
  title: "Mark a submission",
  http: "PUT /academy/submissions/:submissionId/mark",
  access: "academy:grade",
  input: SaveMark,
  output: SavedMark,
  load: (tx, { submissionId }) => lockSubmission(tx, submissionId),
  run: async (context, submission) => {
    const { tx, input, now } = context;
    demandVersion(submission, input.version);
    const reading = nextReading(submission.status);
    if (!reading)
      throw refuse("conflict", "academy.nothing_to_mark", "This submission does not wait for a mark.");
    if (submission.claimed_by !== graderId(context))
      throw refuse(
        "conflict",
        "academy.not_claimed",
        "Take this submission first, so that nobody else marks it too.",
      );
    const assignment = await getAssignmentVersion(tx, submission.assignment_id);
    const score = countMark(assignment, input);
    const before = await pointsOfReading(context, submission.id, reading);
    await writeReading(context, submission, { given: input, reading, score });
    const firstPoints = await pointsOfReading(context, submission.id, "first");
    const { secondMarking = false } = assignment.settings;
    const status = input.isDone
      ? statusAfter(reading, { secondMarking, firstPoints, points: score.points })
      : submission.status;
    if (input.isDone) await finish(context, submission, { reading, status: status as "marked" });
    else
      await tx.execute(
        sql`UPDATE academy.submission SET version = version + 1, claimed_until = ${now.add(LEASE).toString()}
            WHERE id = ${submission.id}`,
      );
    if (input.isDone || before !== score.points)
      await noteGradeChange(context, {
        ...gradeSubject(submission),
        act: input.isDone ? (reading === "agreed" ? "agreed" : "marked") : "reading",
        before: { status: submission.status, reading, points: before },
        after: { status, reading, points: score.points, maxPoints: score.maxPoints },
      });
    const { points, maxPoints, scorePpm } = score;
    return {
      submissionId: submission.id,
      version: submission.version + 1,
      status,
      points,
      maxPoints,
      scorePpm,
    };
  },
});
