import { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { CohortStarted } from "#modules/academy/events/cohorts.ts";

/** Tells of cohorts whose first day has begun by the clock of their zone, each once. Safe to run twice. */
export const startCohorts = defineCommand({
  name: "academy.start_cohorts",
  title: "Tell of cohorts that begin today",
  http: "POST /academy/cohorts/start",
  access: "academy:enrol",
  input: z.object({}),
  output: z.object({ started: z.number().int() }),
  run: async ({ tx, now, emit }) => {
    const started = await rows<{ id: string; course_id: string; students: number }>(
      tx,
      sql`UPDATE academy.cohort SET started_at = ${now.toString()} WHERE id IN (
            SELECT id FROM academy.cohort WHERE started_at IS NULL AND status <> 'cancelled'
              AND starts_on <= (${now.toString()}::timestamptz AT TIME ZONE zone)::date FOR UPDATE SKIP LOCKED)
          RETURNING id, course_id, academy.students_in_cohort(id) AS students`,
    );
    for (const { id, course_id, students } of started)
      await emit(CohortStarted, { cohortId: id, courseId: course_id, students });
    return { started: started.length };
  },
});
