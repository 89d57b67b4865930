import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { getCourse } from "#modules/academy/authoring/course-row.ts";
import { demandWindow } from "#modules/academy/cohorts/demand-window.ts";
import { ChangedCohort, CreateCohort } from "#modules/academy/contract/cohorts.ts";

/** Starts a group that takes a course by dates. Errors: `academy.course_unknown`, `academy.window_half`. */
export const createCohort = defineCommand({
  name: "academy.create_cohort",
  title: "Create a cohort",
  http: "POST /academy/courses/:courseId/cohorts",
  access: "academy:enrol",
  input: CreateCohort,
  output: ChangedCohort,
  load: (tx, { courseId }) => getCourse(tx, courseId),
  run: async ({ tx, input, now, actor }, course) => {
    demandWindow(input.enrolFromOn, input.enrolUntilOn);
    const cohortId = newId();
    await tx.execute(
      sql`INSERT INTO academy.cohort (id, course_id, title, starts_on, ends_on, zone, capacity, status, enrol_from_on,
            enrol_until_on, created_at, created_by)
          VALUES (${cohortId}, ${course.id}, ${input.title}, ${input.startsOn}, ${input.endsOn}, ${input.zone},
            ${input.capacity}, 'open', ${input.enrolFromOn}, ${input.enrolUntilOn}, ${now.toString()}, ${actorPersonId(actor)})`,
    );
    return { cohortId, version: 1 };
  },
});
