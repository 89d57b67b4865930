import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { getCohort } from "#modules/academy/cohorts/cohort-row.ts";
import { ListSessions, SessionList } from "#modules/academy/contract/sessions.ts";
import { type SessionSummaryRow, STAFF_COLUMNS } from "#modules/academy/queries/cohorts/session-summaries.ts";

/** Live sessions of a cohort in their order, cancelled ones too. Errors: `academy.cohort_unknown`. */
export const listSessions = defineQuery({
  name: "academy.list_sessions",
  title: "List the live sessions of a cohort",
  http: "GET /academy/cohorts/:cohortId/sessions",
  access: "academy:read",
  input: ListSessions,
  output: SessionList,
  load: (db, { cohortId }) => getCohort(db, cohortId),
  run: async ({ db }, cohort) => ({
    items: await rows<SessionSummaryRow>(
      db,
      sql`SELECT ${STAFF_COLUMNS} FROM academy.session s WHERE s.cohort_id = ${cohort.id} ORDER BY s.starts_at, s.id`,
    ),
  }),
});
