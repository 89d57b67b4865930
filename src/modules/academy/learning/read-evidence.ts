import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import type { OutlineLesson } from "#modules/academy/learning/outline.ts";
import type { LessonEvidence } from "#modules/academy/rules/learning/decide-completion.ts";

interface Row {
  active_ms: number;
  score_ppm: number | null;
  is_submitted: boolean;
  is_confirmed: boolean;
  is_package_completed: boolean;
  played: Record<string, number> | null;
}

const NOTHING: Row = {
  active_ms: 0,
  score_ppm: null,
  is_submitted: false,
  is_confirmed: false,
  is_package_completed: false,
  played: null,
};

/** What a student did in a lesson so far. */
export async function readEvidence(
  db: Db,
  enrollmentId: string,
  lesson: Pick<OutlineLesson, "key" | "recordings">,
): Promise<LessonEvidence> {
  const row =
    (await firstRow<Row>(
      db,
      sql`SELECT p.active_ms, p.score_ppm, p.submitted_at IS NOT NULL AS is_submitted,
            p.confirmed_at IS NOT NULL AS is_confirmed, p.package_completed_at IS NOT NULL AS is_package_completed,
            (SELECT jsonb_object_agg(w.block_id,
               (SELECT coalesce(sum(upper(r) - lower(r)), 0) FROM unnest(w.played) AS r))
             FROM academy.watched w WHERE w.enrollment_id = p.enrollment_id AND w.lesson_key = p.lesson_key) AS played
          FROM academy.lesson_progress p WHERE p.enrollment_id = ${enrollmentId} AND p.lesson_key = ${lesson.key}`,
    )) ?? NOTHING;
  return {
    activeMs: Number(row.active_ms),
    scorePpm: row.score_ppm,
    isSubmitted: row.is_submitted,
    isConfirmed: row.is_confirmed,
    isPackageCompleted: row.is_package_completed,
    recordings: lesson.recordings.map(({ blockId, durationMs }) => ({
      durationMs,
      playedMs: Number(row.played?.[blockId] ?? 0),
    })),
  };
}
