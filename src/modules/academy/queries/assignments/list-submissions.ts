import type { z } from "zod";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ListSubmissions, SubmissionPage } from "#modules/academy/contract/marking.ts";
import {
  SUMMARY_FROM,
  summaryColumns,
  type SummaryRow,
} from "#modules/academy/queries/assignments/submission-summaries.ts";
import { pageOf, readCursor } from "#modules/academy/queries/paging.ts";

const TO_MARK = sql`s.status IN ('waiting', 'second', 'agreeing')`;
const STANDINGS = {
  to_mark: TO_MARK,
  marked: sql`s.status = 'marked'`,
  released: sql`s.status = 'released'`,
  returned: sql`s.status = 'returned'`,
  all: sql`s.status <> 'withdrawn'`,
};

function within(input: z.output<typeof ListSubmissions>, now: Temporal.Instant) {
  const held = sql`s.claimed_by = ${input.graderId} AND s.claimed_until > ${now.toString()}::timestamptz`;
  return sql`${input.courseId ? sql`s.course_id = ${input.courseId}` : sql`true`}
    AND ${input.cohortId ? sql`e.cohort_id = ${input.cohortId}` : sql`true`}
    AND ${input.assignmentKey ? sql`s.assignment_key = ${input.assignmentKey}` : sql`true`}
    AND ${input.graderId ? held : sql`true`}
    AND ${
      input.text
        ? sql`EXISTS (SELECT FROM auth.person p WHERE p.id = s.person_id
                      AND position(lower(${input.text}) in lower(p.name)) > 0)`
        : sql`true`
    }`;
}

/** Work that was handed in: what waits to be marked, the oldest first, or by its standing. Errors: `academy.cursor_unknown`. */
export const listSubmissions = defineQuery({
  name: "academy.list_submissions",
  title: "List work that was handed in",
  http: "GET /academy/submissions",
  access: "academy:grade",
  input: ListSubmissions,
  output: SubmissionPage,
  run: async ({ db, input, now }) => {
    const place = readCursor(input.cursor, 2);
    const isUp = input.sort === "submitted";
    const order = sql.raw(isUp ? "ASC" : "DESC");
    const after = sql.raw(isUp ? ">" : "<");
    const filter = within(input, now);
    const page = await pageOf(
      rows<SummaryRow>(
        db,
        sql`SELECT ${summaryColumns(now)} FROM ${SUMMARY_FROM}
            WHERE ${STANDINGS[input.standing]} AND ${filter}
              AND ${place ? sql`(s.submitted_at, s.id) ${after} (${place[0]}::timestamptz, ${place[1]}::uuid)` : sql`true`}
            ORDER BY s.submitted_at ${order}, s.id ${order} LIMIT ${input.limit + 1}`,
      ),
      input.limit,
      (row) => [row.submittedAt, row.submissionId],
    );
    const waiting = await firstRow<{ count: number }>(
      db,
      sql`SELECT count(*) AS count FROM ${SUMMARY_FROM} WHERE ${TO_MARK} AND ${filter}`,
    );
    return { ...page, toMark: waiting?.count ?? 0 };
  },
});
