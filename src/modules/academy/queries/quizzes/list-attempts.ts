import { sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { AttemptPage, ListAttempts } from "#modules/academy/contract/quiz-staff.ts";
import { pageOf, readCursor } from "#modules/academy/queries/paging.ts";
import { readAttemptSummaries } from "#modules/academy/quizzes/attempt-summaries.ts";

/** Quiz attempts, newest first. Errors: `academy.cursor_unknown`. */
export const listAttempts = defineQuery({
  name: "academy.list_attempts",
  title: "List quiz attempts",
  http: "GET /academy/attempts",
  access: "academy:read",
  input: ListAttempts,
  output: AttemptPage,
  run: async ({ db, input }) => {
    const { courseId, quizKey, status, text, limit } = input;
    const place = readCursor(input.cursor, 2);
    return pageOf(
      readAttemptSummaries(
        db,
        sql`WHERE ${courseId ? sql`a.course_id = ${courseId}` : sql`true`}
              AND ${quizKey ? sql`a.quiz_key = ${quizKey}` : sql`true`}
              AND ${status ? sql`a.status = ${status}` : sql`true`}
              AND ${text ? sql`position(lower(${text}) in lower(p.name || ' ' || p.email)) > 0` : sql`true`}
              AND ${place ? sql`(a.started_at, a.id) < (${place[0]}::timestamptz, ${place[1]}::uuid)` : sql`true`}
            ORDER BY a.started_at DESC, a.id DESC LIMIT ${limit + 1}`,
      ),
      limit,
      (row) => [row.startedAt, row.attemptId],
    );
  },
});
