import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";

/**
 * The scores students gave until an instant, one for each: of two answers the later one holds. `course` limits it to one,
 * by its id or address.
 */
export async function scoresAt(
  db: Db,
  { asOf, course }: { asOf: Temporal.Instant; course?: string },
): Promise<number[]> {
  const found = await rows<{ score: number }>(
    db,
    sql`SELECT DISTINCT ON (s.enrollment_id) s.score FROM academy.survey_answer s
          JOIN academy.course c ON c.id = s.course_id
        WHERE s.answered_at <= ${asOf.toString()} AND s.score IS NOT NULL
          AND (${course ?? null}::text IS NULL OR c.id::text = ${course ?? null}::text OR c.slug = ${course ?? null}::text)
        ORDER BY s.enrollment_id, s.answered_at DESC, s.moment`,
  );
  return found.map(({ score }) => score);
}
