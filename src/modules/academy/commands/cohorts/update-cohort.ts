import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { type CohortRow, lockCohort } from "#modules/academy/cohorts/cohort-row.ts";
import { demandWindow } from "#modules/academy/cohorts/demand-window.ts";
import { ChangedCohort, UpdateCohort } from "#modules/academy/contract/cohorts.ts";

function demandChange(before: CohortRow, version: number): void {
  if (before.version !== version)
    throw refuse(
      "conflict",
      "academy.cohort_changed",
      "Somebody changed this cohort since you opened it. Load it again and repeat what you changed.",
      { data: { version: before.version } },
    );
}

/**
 * Changes a cohort. With another first day, lessons that open by days move along. Fewer places than students send nobody
 * away: nobody more comes in. Errors: `academy.cohort_unknown`, `academy.cohort_changed`, `academy.days_reversed`,
 * `academy.window_half`.
 */
export const updateCohort = defineCommand({
  name: "academy.update_cohort",
  title: "Change a cohort",
  http: "PATCH /academy/cohorts/:cohortId",
  access: "academy:enrol",
  input: UpdateCohort,
  output: ChangedCohort,
  load: (tx, { cohortId }) => lockCohort(tx, cohortId),
  run: async ({ tx, input }, before) => {
    demandChange(before, input.version);
    const { title = before.title, startsOn = before.starts_on, endsOn = before.ends_on } = input;
    const { zone = before.zone, capacity = before.capacity, status = before.status } = input;
    const { enrolFromOn = before.enrol_from_on, enrolUntilOn = before.enrol_until_on } = input;
    demandWindow(enrolFromOn, enrolUntilOn);
    if (endsOn < startsOn || (enrolFromOn !== null && enrolUntilOn !== null && enrolUntilOn < enrolFromOn))
      throw refuse("invalid", "academy.days_reversed", "The last day is before the first.");
    await tx.execute(
      sql`UPDATE academy.cohort SET title = ${title}, starts_on = ${startsOn}, ends_on = ${endsOn}, zone = ${zone},
            capacity = ${capacity}, status = ${status}, enrol_from_on = ${enrolFromOn}, enrol_until_on = ${enrolUntilOn},
            version = version + 1 WHERE id = ${before.id}`,
    );
    return { cohortId: before.id, version: before.version + 1 };
  },
});
