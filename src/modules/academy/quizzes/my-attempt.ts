import type { SQL } from "drizzle-orm";
import { actorPersonId, type Actor } from "#kernel/actor.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import type { EnrollmentRow } from "#modules/academy/learning/enrollment.ts";
import { ATTEMPT, type AttemptRow, attemptUnknown } from "#modules/academy/quizzes/attempt-row.ts";

/** An attempt of the person who asks, with what of its enrolment decides. */
export type MyAttemptRow = AttemptRow & {
  enrollment_status: EnrollmentRow["status"];
  course_slug: string;
  course_title: string;
};

/** Reads an attempt of the person who asks, and locks it where asked to. Errors: `academy.attempt_unknown`. */
export async function getMyAttemptRow(
  db: Db,
  { attemptId, actor }: { attemptId: string; actor: Actor },
  lock: SQL = sql``,
): Promise<MyAttemptRow> {
  const attempt = await firstRow<MyAttemptRow>(
    db,
    sql`SELECT ${ATTEMPT}, e.status AS enrollment_status, c.slug AS course_slug, c.title AS course_title
        FROM academy.quiz_attempt a JOIN academy.enrollment e ON e.id = a.enrollment_id
        JOIN academy.course c ON c.id = a.course_id
        WHERE a.id = ${attemptId} AND a.person_id = ${actorPersonId(actor)} ${lock}`,
  );
  if (!attempt) throw attemptUnknown();
  return attempt;
}
