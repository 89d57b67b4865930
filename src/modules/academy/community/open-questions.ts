import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";

/** A student's question that waits for an answer. Instants as ISO 8601 text in UTC. */
export interface OpenQuestion {
  questionId: string;
  accountId: string;
  personId: string;
  subject: string;
  courseTitle: string;
  /** When the student wrote last. */
  waitingSince: string;
  assigneeId: string | null;
  /** Where staff answer it. */
  href: string;
}

/**
 * Students' questions that wait for an answer, the longest-waiting first: for a support inbox beside its own requests.
 * `accountId` or `personId` narrow it. Needs the rights of the house.
 */
export const openQuestions = (
  db: Db,
  { accountId, personId, limit = 100 }: { accountId?: string; personId?: string; limit?: number },
): Promise<OpenQuestion[]> =>
  rows<OpenQuestion>(
    db,
    sql`SELECT q.id AS "questionId", q.account_id AS "accountId", q.person_id AS "personId", q.subject,
          c.title AS "courseTitle", to_jsonb(q.last_at) AS "waitingSince", q.assignee_id AS "assigneeId",
          '/console/academy/community/questions/' || q.id AS href
        FROM academy.student_question q JOIN academy.course c ON c.id = q.course_id
        WHERE q.status = 'open' ${accountId ? sql`AND q.account_id = ${accountId}` : sql``}
          ${personId ? sql`AND q.person_id = ${personId}` : sql``}
        ORDER BY q.last_at, q.id LIMIT ${limit}`,
  );
