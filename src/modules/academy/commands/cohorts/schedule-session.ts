import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCohort } from "#modules/academy/cohorts/cohort-row.ts";
import { sessionFacts } from "#modules/academy/cohorts/session-row.ts";
import { startOfSession } from "#modules/academy/cohorts/start-of-session.ts";
import { ChangedSession, ScheduleSession } from "#modules/academy/contract/sessions.ts";
import { SessionScheduled } from "#modules/academy/events/cohorts.ts";

/**
 * Gives a cohort a live session. Errors: `academy.cohort_unknown`, `academy.time_skipped`, `academy.session_key_taken`
 * (the cohort has a date for this live block already).
 */
export const scheduleSession = defineCommand({
  name: "academy.schedule_session",
  title: "Schedule a live session",
  http: "POST /academy/cohorts/:cohortId/sessions",
  access: "academy:enrol",
  input: ScheduleSession,
  output: ChangedSession,
  load: (tx, { cohortId }) => lockCohort(tx, cohortId),
  run: async ({ tx, input, now, actor, emit }, cohort) => {
    const zone = input.zone ?? cohort.zone;
    const startsAt = startOfSession(input.startsAtLocal, zone);
    const at = now.toString();
    const made = await firstRow<{ id: string }>(
      tx,
      sql`INSERT INTO academy.session (id, cohort_id, key, title, description, starts_at, zone, duration_minutes, join_url,
            capacity, status, created_at, created_by, changed_at)
          VALUES (${newId()}, ${cohort.id}, ${input.key}, ${input.title}, ${input.description}, ${startsAt}, ${zone},
            ${input.durationMinutes}, ${input.joinUrl}, ${input.capacity}, 'scheduled', ${at}, ${actorPersonId(actor)}, ${at})
          ON CONFLICT (cohort_id, key) WHERE status = 'scheduled' AND key IS NOT NULL DO NOTHING RETURNING id`,
    );
    if (!made)
      throw refuse(
        "conflict",
        "academy.session_key_taken",
        "This cohort has a date for this live block already.",
      );
    await emit(
      SessionScheduled,
      sessionFacts({ id: made.id, cohort_id: cohort.id, title: input.title }, startsAt),
    );
    return { sessionId: made.id, version: 1 };
  },
});
