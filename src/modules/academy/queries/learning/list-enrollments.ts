import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import type { z } from "zod";
import { type EnrollmentItem, EnrollmentPage, ListEnrollments } from "#modules/academy/contract/students.ts";

type Item = z.output<typeof EnrollmentItem>;

/** Columns of a student in a list; `e`, `c`, `p` are enrolment, course and person. */
export const STUDENT_COLUMNS = sql`e.id AS "enrollmentId", e.person_id AS "personId", e.account_id AS "accountId", p.name,
  p.email, c.slug AS "courseSlug", c.title AS "courseTitle", e.status, e.source_kind AS "sourceKind",
  to_jsonb(e.started_at) AS "startedAt", to_jsonb(e.last_active_at) AS "lastActiveAt",
  to_jsonb(e.completed_at) AS "completedAt",
  (SELECT count(*)::int FROM academy.lesson_progress g WHERE g.enrollment_id = e.id AND g.completed_at IS NOT NULL) AS done,
  (SELECT count(*)::int FROM academy.lesson l WHERE l.curriculum_id = e.curriculum_id) AS total`;

/** The tables of those columns. */
export const STUDENT_TABLES = sql`academy.enrollment e JOIN academy.course c ON c.id = e.course_id
  JOIN auth.person p ON p.id = e.person_id`;

const CURSOR = /^([0-9T:.+Z-]{10,40})_([0-9a-f-]{36})$/;

function after(cursor: string | undefined) {
  if (cursor === undefined) return sql``;
  const [, at, id] = CURSOR.exec(cursor) ?? [];
  if (!at || !id || Number.isNaN(Date.parse(at)))
    throw refuse(
      "invalid",
      "academy.cursor_broken",
      "This page of the list does not exist. Begin at the first.",
    );
  return sql`AND (e.created_at, e.id) < (${at}::timestamptz, ${id}::uuid)`;
}

const find = (db: Db, input: z.output<typeof ListEnrollments>) =>
  rows<Item & { createdAt: string }>(
    db,
    sql`SELECT ${STUDENT_COLUMNS}, to_jsonb(e.created_at) AS "createdAt" FROM ${STUDENT_TABLES}
        WHERE true ${input.course ? sql`AND c.slug = ${input.course}` : sql``}
          ${input.status ? sql`AND e.status = ${input.status}` : sql``}
          ${input.q ? sql`AND (strpos(lower(p.name), lower(${input.q})) > 0 OR strpos(p.email, lower(${input.q})) > 0)` : sql``}
          ${after(input.cursor)}
        ORDER BY e.created_at DESC, e.id DESC LIMIT ${input.limit + 1}`,
  );

/** Students, the newest first. Errors: `academy.cursor_broken`. */
export const listEnrollments = defineQuery({
  name: "academy.list_enrollments",
  title: "List students",
  http: "GET /academy/enrollments",
  access: "academy:read",
  input: ListEnrollments,
  output: EnrollmentPage,
  run: async ({ db, input }) => {
    const found = await find(db, input);
    const items = found.slice(0, input.limit);
    const last = items.at(-1);
    return {
      items: items.map(({ createdAt: _createdAt, ...item }) => item),
      nextCursor: found.length > input.limit && last ? `${last.createdAt}_${last.enrollmentId}` : null,
    };
  },
});
