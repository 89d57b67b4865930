import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { CourseFacts } from "#modules/academy/contract/course.ts";

/** What people read of a course. Errors: `academy.course_unknown`. */
export async function readFacts(db: Db, courseId: string): Promise<CourseFacts> {
  const facts = await firstRow<CourseFacts>(
    db,
    sql`SELECT title, subtitle, summary, description, language, level, duration_days AS "durationDays", entitlement,
          outcomes, audience, requirements, faq, instructors, certificate, cover_file_id AS "coverFileId"
        FROM academy.course WHERE id = ${courseId}`,
  );
  if (!facts) throw refuse("not_found", "academy.course_unknown", "There is no such course.");
  return facts;
}
