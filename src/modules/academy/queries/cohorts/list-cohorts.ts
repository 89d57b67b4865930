import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { CohortPage, ListCohorts } from "#modules/academy/contract/cohorts.ts";
import {
  cohortColumns,
  type CohortSummaryRow,
  localToday,
  toCohortSummary,
} from "#modules/academy/queries/cohorts/cohort-summaries.ts";
import { pageOf, readCursor } from "#modules/academy/queries/paging.ts";

/** Cohorts, the one that begins last first. Errors: `academy.cursor_unknown`. */
export const listCohorts = defineQuery({
  name: "academy.list_cohorts",
  title: "List cohorts",
  http: "GET /academy/cohorts",
  access: "academy:read",
  input: ListCohorts,
  output: CohortPage,
  run: async ({ db, input, now }) => {
    const place = readCursor(input.cursor, 2);
    const today = localToday(now);
    const phases = {
      upcoming: sql`h.starts_on > ${today}`,
      running: sql`h.starts_on <= ${today} AND h.ends_on >= ${today}`,
      over: sql`h.ends_on < ${today}`,
    };
    const { items, nextCursor } = await pageOf(
      rows<CohortSummaryRow>(
        db,
        sql`SELECT ${cohortColumns(now)} FROM academy.cohort h JOIN academy.course c ON c.id = h.course_id
            WHERE ${input.courseId ? sql`h.course_id = ${input.courseId}` : sql`true`}
              AND ${input.phase ? phases[input.phase] : sql`true`}
              AND ${input.text ? sql`position(lower(${input.text}) in lower(h.title || ' ' || c.title)) > 0` : sql`true`}
              AND ${place ? sql`(h.starts_on, h.id) < (${place[0]}::date, ${place[1]}::uuid)` : sql`true`}
            ORDER BY h.starts_on DESC, h.id DESC LIMIT ${input.limit + 1}`,
      ),
      input.limit,
      (row) => [row.startsOn, row.cohortId],
    );
    return { items: items.map(toCohortSummary), nextCursor };
  },
});
