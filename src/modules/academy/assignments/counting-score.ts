import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import type { SubmissionRow } from "#modules/academy/assignments/submission-row.ts";

/** The score that counts for a student's assignment: the one a person set in the grade book, else the earned one. */
export async function countingScore(
  db: Db,
  submission: Pick<SubmissionRow, "enrollment_id" | "assignment_key">,
  earnedPpm: number,
): Promise<number> {
  const override = await firstRow<{ score_ppm: number }>(
    db,
    sql`SELECT score_ppm FROM academy.grade_override
        WHERE enrollment_id = ${submission.enrollment_id} AND item_key = ${submission.assignment_key}`,
  );
  return override?.score_ppm ?? earnedPpm;
}
