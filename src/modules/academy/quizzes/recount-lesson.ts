import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import type { AttemptRow } from "#modules/academy/quizzes/attempt-row.ts";

/**
 * Sets the score of a lesson to the best attempt that still counts, after one was made void or marked lower. What was
 * completed by then stays complete.
 */
export async function recountLesson(tx: Tx, attempt: AttemptRow): Promise<void> {
  if (!attempt.lesson_key) return;
  await tx.execute(
    sql`UPDATE academy.lesson_progress SET score_ppm = (SELECT max(score_ppm) FROM academy.quiz_attempt
            WHERE enrollment_id = ${attempt.enrollment_id} AND lesson_key = ${attempt.lesson_key} AND status = 'finished')
        WHERE enrollment_id = ${attempt.enrollment_id} AND lesson_key = ${attempt.lesson_key}`,
  );
}
