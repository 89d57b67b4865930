import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import type { EnrollmentRow } from "#modules/academy/learning/enrollment.ts";

/**
 * Which question is to be asked of a student now: at the end once the course is completed, half-way from half of the
 * lessons on; null when it was answered, or it is too early.
 */
export async function dueSurvey(db: Db, enrollment: EnrollmentRow): Promise<"half" | "end" | null> {
  const found = await firstRow<{ answered: string[]; done: number; total: number }>(
    db,
    sql`SELECT coalesce((SELECT jsonb_agg(moment) FROM academy.survey_answer
            WHERE enrollment_id = ${enrollment.id}), '[]') AS answered,
          (SELECT count(*)::int FROM academy.lesson_progress
           WHERE enrollment_id = ${enrollment.id} AND completed_at IS NOT NULL) AS done,
          (SELECT count(*)::int FROM academy.lesson WHERE curriculum_id = ${enrollment.curriculum_id}) AS total`,
  );
  const { answered = [], done = 0, total = 0 } = found ?? {};
  if (enrollment.completed_at !== null) return answered.includes("end") ? null : "end";
  return total > 0 && done * 2 >= total && !answered.includes("half") ? "half" : null;
}
