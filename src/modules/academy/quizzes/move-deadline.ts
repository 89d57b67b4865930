import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";

/** Moves the end of a student's open attempt, where it has one, by minutes. */
export async function moveDeadline(
  tx: Tx,
  { enrollmentId, quizKey, minutes }: { enrollmentId: string; quizKey: string; minutes: number },
): Promise<void> {
  await tx.execute(
    sql`UPDATE academy.quiz_attempt SET deadline_at = deadline_at + make_interval(mins => ${minutes}::int)
        WHERE enrollment_id = ${enrollmentId} AND quiz_key = ${quizKey} AND status = 'open'`,
  );
}
