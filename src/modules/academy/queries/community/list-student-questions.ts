import type { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import {
  ListStudentQuestions,
  type StudentQuestionItem,
  StudentQuestionPage,
} from "#modules/academy/contract/questions.ts";
import { pageOf, readCursor } from "#modules/academy/queries/paging.ts";

type Item = z.output<typeof StudentQuestionItem>;

/** Questions as staff see them; `where` narrows, orders and limits. */
export const readStudentQuestions = (db: Db, where: ReturnType<typeof sql>): Promise<Item[]> =>
  rows<Item>(
    db,
    sql`SELECT q.id AS "questionId", q.subject, q.status, p.name AS "studentName", q.person_id AS "personId",
          q.account_id AS "accountId", q.enrollment_id AS "enrollmentId", c.slug AS "courseSlug",
          c.title AS "courseTitle", l.title AS "lessonTitle", q.assignee_id AS "assigneeId", s.name AS "assigneeName",
          to_jsonb(q.created_at) AS "createdAt", to_jsonb(q.last_at) AS "lastAt"
        FROM academy.student_question q JOIN academy.enrollment e ON e.id = q.enrollment_id
          JOIN academy.course c ON c.id = q.course_id JOIN auth.person p ON p.id = q.person_id
          LEFT JOIN academy.lesson l ON l.curriculum_id = e.curriculum_id AND l.key = q.lesson_key
          LEFT JOIN auth.person s ON s.id = q.assignee_id
        WHERE true ${where}`,
  );

function assigned(assignee: string | undefined, me: string | null) {
  if (assignee === undefined) return sql``;
  if (assignee === "nobody") return sql`AND q.assignee_id IS NULL`;
  return sql`AND q.assignee_id = ${assignee === "me" ? me : assignee}`;
}

/** Students' questions, the one that waits longest first among open ones. Errors: `academy.cursor_unknown`. */
export const listStudentQuestions = defineQuery({
  name: "academy.list_student_questions",
  title: "List students' questions",
  http: "GET /academy/student-questions",
  access: "academy:moderate",
  input: ListStudentQuestions,
  output: StudentQuestionPage,
  run: async ({ db, input, actor }) => {
    const after = readCursor(input.cursor, 3);
    const found = readStudentQuestions(
      db,
      sql`${input.status ? sql`AND q.status = ${input.status}` : sql``}
          ${input.course ? sql`AND c.slug = ${input.course}` : sql``}
          ${assigned(input.assignee, actorPersonId(actor))}
          ${input.q ? sql`AND (strpos(lower(q.subject), lower(${input.q})) > 0 OR strpos(lower(p.name), lower(${input.q})) > 0)` : sql``}
          ${after ? sql`AND (q.status = 'answered', q.last_at, q.id) > (${after[0]}::boolean, ${after[1]}::timestamptz, ${after[2]}::uuid)` : sql``}
          ORDER BY q.status = 'answered', q.last_at, q.id LIMIT ${input.limit + 1}`,
    );
    return pageOf(found, input.limit, ({ status, lastAt, questionId }) => [
      String(status === "answered"),
      lastAt,
      questionId,
    ]);
  },
});
