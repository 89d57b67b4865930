import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";

/** How far a student is with a lesson, as an outline shows it. */
export interface LessonState {
  lessonKey: string;
  completedAt: string | null;
}

/** Lessons a student has opened, by key. Completion as an instant in ISO 8601. */
export async function readProgress(db: Db, enrollmentId: string): Promise<Map<string, LessonState>> {
  const found = await rows<LessonState>(
    db,
    sql`SELECT lesson_key AS "lessonKey", to_jsonb(completed_at) AS "completedAt"
        FROM academy.lesson_progress WHERE enrollment_id = ${enrollmentId}`,
  );
  return new Map(found.map((state) => [state.lessonKey, state]));
}
