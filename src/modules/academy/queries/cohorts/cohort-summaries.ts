import type { z } from "zod";
import { sql } from "#kernel/db/sql.ts";
import type { CohortSummary } from "#modules/academy/contract/cohorts.ts";
import { cohortPhase } from "#modules/academy/rules/cohorts/cohort-phase.ts";

type Summary = z.output<typeof CohortSummary>;

/** A cohort as the statement gives it. */
export type CohortSummaryRow = Omit<Summary, "phase"> & { today: string };

/** Columns of a cohort (`h`) of a course (`c`); `today` by its own zone. */
export const cohortColumns = (now: Temporal.Instant) => sql`h.id AS "cohortId", h.course_id AS "courseId",
  c.title AS "courseTitle", h.title, h.starts_on AS "startsOn", h.ends_on AS "endsOn", h.zone, h.capacity,
  h.enrol_from_on AS "enrolFromOn", h.enrol_until_on AS "enrolUntilOn", h.status, h.version,
  academy.students_in_cohort(h.id) AS students,
  (SELECT count(*) FROM academy.session s WHERE s.cohort_id = h.id AND s.status = 'scheduled') AS sessions,
  ${localToday(now)} AS today`;

/** The day it is in a cohort's (`h`) zone. */
export const localToday = (now: Temporal.Instant) =>
  sql`(${now.toString()}::timestamptz AT TIME ZONE h.zone)::date`;

/** With where it is on that day. */
export const toCohortSummary = ({ today, ...row }: CohortSummaryRow): Summary => ({
  ...row,
  phase: cohortPhase(row, today),
});
