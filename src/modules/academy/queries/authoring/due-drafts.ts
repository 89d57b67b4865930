import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";

/** Courses whose draft is to go out by now, the earliest first. */
export async function dueDrafts(db: Db, now: Temporal.Instant): Promise<string[]> {
  const found = await rows<{ course_id: string }>(
    db,
    sql`SELECT course_id FROM academy.curriculum WHERE status = 'draft' AND publish_at <= ${now.toString()}
        ORDER BY publish_at, course_id LIMIT 500`,
  );
  return found.map((row) => row.course_id);
}
