import type { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ListQuestions, QuestionPage, type QuestionSummary } from "#modules/academy/contract/quizzes.ts";
import { pageOf, readCursor } from "#modules/academy/queries/paging.ts";
import { mayAsk } from "#modules/academy/quizzes/quiz-usage.ts";

type Input = z.output<typeof ListQuestions>;

const wanted = ({ courseId, text, kind, tag, state }: Input) => sql`
  ${courseId ? sql`q.course_id = ${courseId}` : sql`true`}
  AND ${kind ? sql`v.kind = ${kind}` : sql`true`}
  AND ${tag ? sql`q.tags @> ${sql.param([tag])}::text[]` : sql`true`}
  AND ${state === "all" ? sql`true` : state === "archived" ? sql`q.archived_at IS NOT NULL` : sql`q.archived_at IS NULL`}
  AND ${text ? sql`position(lower(${text}) in lower(v.words || ' ' || q.slug)) > 0` : sql`true`}`;

/** Questions of the banks, by name. Errors: `academy.cursor_unknown`. */
export const listQuestions = defineQuery({
  name: "academy.list_questions",
  title: "List questions",
  http: "GET /academy/questions",
  access: "academy:read",
  input: ListQuestions,
  output: QuestionPage,
  run: ({ db, input }) => {
    const place = readCursor(input.cursor, 2);
    return pageOf(
      rows<z.output<typeof QuestionSummary>>(
        db,
        sql`SELECT q.id, q.course_id AS "courseId", c.title AS "courseTitle", q.slug, v.kind, v.words, q.tags, v.points,
              v.number AS version, to_jsonb(v.created_at) AS "changedAt", to_jsonb(q.archived_at) AS "archivedAt",
              (SELECT count(DISTINCT z.key)::int FROM academy.quiz z JOIN academy.curriculum u ON u.id = z.curriculum_id
               WHERE u.course_id = q.course_id AND u.status IN ('draft', 'published') AND ${mayAsk}) AS quizzes,
              (SELECT count(*)::int FROM academy.quiz_item i JOIN academy.quiz_attempt a ON a.id = i.attempt_id
               WHERE i.question_id = q.id AND a.status <> 'void') AS asked
            FROM academy.question q JOIN academy.question_version v ON v.id = q.version_id
            JOIN academy.course c ON c.id = q.course_id
            WHERE ${wanted(input)} AND ${place ? sql`(q.slug, q.id) > (${place[0]}, ${place[1]}::uuid)` : sql`true`}
            ORDER BY q.slug, q.id LIMIT ${input.limit + 1}`,
      ),
      input.limit,
      (row) => [row.slug, row.id],
    );
  },
});
