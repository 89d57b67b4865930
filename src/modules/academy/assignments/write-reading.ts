import type { z } from "zod";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import type { AssignmentRow } from "#modules/academy/assignments/assignment-row.ts";
import { graderId } from "#modules/academy/assignments/claim.ts";
import type { SubmissionRow } from "#modules/academy/assignments/submission-row.ts";
import type { SaveMark } from "#modules/academy/contract/marking.ts";
import type { ReadingKind } from "#modules/academy/rules/assignments/next-reading.ts";
import {
  findMarkFault,
  type RubricScore,
  scoreRubric,
} from "#modules/academy/rules/assignments/score-rubric.ts";

type Given = z.output<typeof SaveMark>;

/** Adds a mark up by the rubric it was made with. Errors: `academy.mark_invalid`, `academy.mark_incomplete`. */
export function countMark({ rubric }: AssignmentRow, given: Given): RubricScore {
  const fault = findMarkFault(rubric, given.criteria);
  if (fault)
    throw refuse("invalid", "academy.mark_invalid", "The mark does not fit the rubric of this submission.", {
      data: { fault },
    });
  const score = scoreRubric(rubric, given);
  if (given.isDone && !score.isComplete)
    throw refuse(
      "invalid",
      "academy.mark_incomplete",
      rubric.length === 0 ? "Give a percentage first." : "Give points for every criterion first.",
    );
  return score;
}

/** The points of a reading as they are; null: there is none yet. */
export async function pointsOfReading(
  ctx: Pick<AcademyContext, "tx">,
  submissionId: string,
  reading: ReadingKind,
): Promise<number | null> {
  const found = await firstRow<{ points: number }>(
    ctx.tx,
    sql`SELECT points FROM academy.mark WHERE submission_id = ${submissionId} AND reading = ${reading}`,
  );
  return found?.points ?? null;
}

/** Writes a reading of a submission over the one there was. */
export async function writeReading(
  ctx: AcademyContext,
  submission: SubmissionRow,
  { given, reading, score }: { given: Given; reading: ReadingKind; score: RubricScore },
): Promise<void> {
  await ctx.tx.execute(
    sql`INSERT INTO academy.mark (submission_id, reading, account_id, person_id, grader_id, criteria, comment, private_note,
          points, max_points, score_ppm, is_complete, saved_at)
        VALUES (${submission.id}, ${reading}, ${submission.account_id}, ${submission.person_id}, ${graderId(ctx)},
          ${JSON.stringify(given.criteria)}::jsonb, ${JSON.stringify(given.comment)}::jsonb, ${given.privateNote},
          ${score.points}, ${score.maxPoints}, ${score.scorePpm}, ${score.isComplete}, ${ctx.now.toString()})
        ON CONFLICT (submission_id, reading) DO UPDATE SET grader_id = excluded.grader_id, criteria = excluded.criteria,
          comment = excluded.comment, private_note = excluded.private_note, points = excluded.points,
          max_points = excluded.max_points, score_ppm = excluded.score_ppm, is_complete = excluded.is_complete,
          saved_at = excluded.saved_at`,
  );
}
