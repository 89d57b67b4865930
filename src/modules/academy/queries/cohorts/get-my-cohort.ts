import type { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { MyCohort, MyCohortRef } from "#modules/academy/contract/cohorts.ts";
import { getMyEnrollment } from "#modules/academy/learning/enrollment.ts";
import { localToday } from "#modules/academy/queries/cohorts/cohort-summaries.ts";

type Mine = z.output<typeof MyCohort>;

/** The cohort one is in, and the ones a student without one may choose today. Errors: `academy.not_enrolled`. */
export const getMyCohort = defineQuery({
  name: "academy.get_my_cohort",
  title: "Get one's cohort and those to choose from",
  http: "GET /academy/my/courses/:courseSlug/cohort",
  access: "customer",
  input: MyCohortRef,
  output: MyCohort,
  run: async ({ db, input, actor, now }) => {
    const enrollment = await getMyEnrollment(db, {
      courseSlug: input.courseSlug,
      personId: actorPersonId(actor),
    });
    const columns = sql`h.id AS "cohortId", h.title, h.starts_on AS "startsOn", h.ends_on AS "endsOn", h.zone`;
    const current = await firstRow<NonNullable<Mine["current"]>>(
      db,
      sql`SELECT ${columns} FROM academy.cohort h WHERE h.id = ${enrollment.cohort_id}`,
    );
    if (current || enrollment.status !== "active") return { current: current ?? null, choices: [] };
    const choices = await rows<Mine["choices"][number]>(
      db,
      sql`SELECT ${columns}, 
            CASE WHEN h.capacity IS NOT NULL THEN greatest(0, h.capacity - academy.students_in_cohort(h.id)) END AS "placesLeft"
          FROM academy.cohort h WHERE h.course_id = ${enrollment.course_id} AND h.status = 'open'
            AND ${localToday(now)} BETWEEN h.enrol_from_on AND h.enrol_until_on ORDER BY h.starts_on, h.id LIMIT 20`,
    );
    return { current: null, choices };
  },
});
