import type { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { getCohort } from "#modules/academy/cohorts/cohort-row.ts";
import {
  type CohortStudent,
  CohortStudentPage,
  ListCohortStudents,
} from "#modules/academy/contract/cohorts.ts";
import { pageOf, readCursor } from "#modules/academy/queries/paging.ts";

/** Students of a cohort by name, with how many of its sessions they were at. Errors: `academy.cohort_unknown`, `academy.cursor_unknown`. */
export const listCohortStudents = defineQuery({
  name: "academy.list_cohort_students",
  title: "List the students of a cohort",
  http: "GET /academy/cohorts/:cohortId/students",
  access: "academy:read",
  input: ListCohortStudents,
  output: CohortStudentPage,
  load: (db, { cohortId }) => getCohort(db, cohortId),
  run: async ({ db, input, now }, cohort) => {
    const place = readCursor(input.cursor, 2);
    const name = sql`lower(coalesce(p.name, ''))`;
    const held = sql`x.cohort_id = ${cohort.id} AND x.status = 'scheduled'
      AND x.starts_at + x.duration_minutes * interval '1 minute' <= ${now.toString()}::timestamptz`;
    const { items, nextCursor } = await pageOf(
      rows<z.output<typeof CohortStudent> & { place: string }>(
        db,
        sql`SELECT e.id AS "enrollmentId", jsonb_build_object('id', e.person_id, 'name', coalesce(p.name, '')) AS student,
              e.status, e.zone, to_jsonb(e.completed_at) AS "completedAt", ${name} AS place,
              (SELECT count(*) FROM academy.session x WHERE ${held}) AS "sessionsHeld",
              (SELECT count(*) FROM academy.session x JOIN academy.session_attendance a ON a.session_id = x.id
               WHERE ${held} AND a.enrollment_id = e.id AND a.status = 'present') AS "sessionsPresent"
            FROM academy.enrollment e LEFT JOIN auth.person p ON p.id = e.person_id
            WHERE e.cohort_id = ${cohort.id}
              AND ${input.text ? sql`position(lower(${input.text}) in lower(p.name)) > 0` : sql`true`}
              AND ${place ? sql`(${name}, e.id) > (${place[0]}, ${place[1]}::uuid)` : sql`true`}
            ORDER BY ${name}, e.id LIMIT ${input.limit + 1}`,
      ),
      input.limit,
      (row) => [row.place, row.enrollmentId],
    );
    return { items: items.map(({ place: _place, ...row }) => row), nextCursor };
  },
});
