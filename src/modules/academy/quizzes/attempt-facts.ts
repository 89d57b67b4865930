import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import type { AttemptFacts } from "#modules/academy/rules/quizzes/decide-attempt.ts";

interface Row {
  attempts: number;
  all_attempts: number;
  last_finished_at: string | null;
  open_id: string | null;
  extra_attempts: number;
  extra_minutes: number;
}

/** What a student did at a quiz, with the open attempt and how many there were, void ones included. */
export interface QuizStanding extends AttemptFacts {
  openAttemptId: string | null;
  allAttempts: number;
}

/** Reads where a student is with a quiz. */
export async function readStanding(
  db: Db,
  { enrollmentId, quizKey }: { enrollmentId: string; quizKey: string },
): Promise<QuizStanding> {
  const row = await firstRow<Row>(
    db,
    sql`SELECT count(*) FILTER (WHERE a.status <> 'void')::int AS attempts, count(a.id)::int AS all_attempts,
          to_jsonb(max(a.finished_at) FILTER (WHERE a.status = 'finished')) AS last_finished_at,
          (array_agg(a.id) FILTER (WHERE a.status = 'open'))[1] AS open_id,
          g.extra_attempts, g.extra_minutes
        FROM (SELECT coalesce(sum(extra_attempts), 0)::int AS extra_attempts,
                coalesce(sum(extra_minutes), 0)::int AS extra_minutes
              FROM academy.quiz_allowance
              WHERE enrollment_id = ${enrollmentId} AND quiz_key = ${quizKey} AND withdrawn_at IS NULL) g
        LEFT JOIN academy.quiz_attempt a ON a.enrollment_id = ${enrollmentId} AND a.quiz_key = ${quizKey}
        GROUP BY g.extra_attempts, g.extra_minutes`,
  );
  return {
    attempts: row?.attempts ?? 0,
    allAttempts: row?.all_attempts ?? 0,
    lastFinishedAt: row?.last_finished_at ? Temporal.Instant.from(row.last_finished_at) : null,
    openAttemptId: row?.open_id ?? null,
    extraAttempts: row?.extra_attempts ?? 0,
    extraMinutes: row?.extra_minutes ?? 0,
  };
}
