import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { GRACE_MS } from "#modules/academy/rules/quizzes/decide-attempt.ts";

/** Ids of open attempts whose time, with its grace, was over at an instant; so many at a time, the first due first. */
export async function overdueAttempts(db: Db, now: Temporal.Instant, limit: number): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    sql`SELECT id FROM academy.quiz_attempt
        WHERE status = 'open' AND deadline_at < ${now.subtract({ milliseconds: GRACE_MS }).toString()}::timestamptz
        ORDER BY deadline_at, id LIMIT ${limit}`,
  );
  return found.map(({ id }) => id);
}
