import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { CohortRef, CohortSummary } from "#modules/academy/contract/cohorts.ts";
import {
  cohortColumns,
  type CohortSummaryRow,
  toCohortSummary,
} from "#modules/academy/queries/cohorts/cohort-summaries.ts";

/** A cohort. Errors: `academy.cohort_unknown`. */
export const getCohort = defineQuery({
  name: "academy.get_cohort",
  title: "Get a cohort",
  http: "GET /academy/cohorts/:cohortId",
  access: "academy:read",
  input: CohortRef,
  output: CohortSummary,
  run: async ({ db, input, now }) => {
    const found = await firstRow<CohortSummaryRow>(
      db,
      sql`SELECT ${cohortColumns(now)} FROM academy.cohort h JOIN academy.course c ON c.id = h.course_id
          WHERE h.id = ${input.cohortId}`,
    );
    if (!found) throw refuse("not_found", "academy.cohort_unknown", "There is no such cohort.");
    return toCohortSummary(found);
  },
});
