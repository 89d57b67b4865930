import type { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { getCohort } from "#modules/academy/cohorts/cohort-row.ts";
import { FindPlaceable, Placeable } from "#modules/academy/contract/cohorts.ts";

/** Students of the course who are not in this cohort, those in none first; 50 at most. Errors: `academy.cohort_unknown`. */
export const findPlaceableStudents = defineQuery({
  name: "academy.find_placeable_students",
  title: "Find students to place in a cohort",
  http: "GET /academy/cohorts/:cohortId/placeable",
  access: "academy:enrol",
  input: FindPlaceable,
  output: Placeable,
  load: (db, { cohortId }) => getCohort(db, cohortId),
  run: async ({ db, input }, cohort) => ({
    items: await rows<z.output<typeof Placeable>["items"][number]>(
      db,
      sql`SELECT e.id AS "enrollmentId", jsonb_build_object('id', e.person_id, 'name', p.name) AS student,
            h.title AS "cohortTitle"
          FROM academy.enrollment e JOIN auth.person p ON p.id = e.person_id
          LEFT JOIN academy.cohort h ON h.id = e.cohort_id
          WHERE e.course_id = ${cohort.course_id} AND e.cohort_id IS DISTINCT FROM ${cohort.id}
            AND e.status IN ('active', 'suspended')
            AND (${input.text} = '' OR position(lower(${input.text}) in lower(p.name || ' ' || p.email)) > 0)
          ORDER BY e.cohort_id IS NOT NULL, lower(p.name), e.id LIMIT 50`,
    ),
  }),
});
