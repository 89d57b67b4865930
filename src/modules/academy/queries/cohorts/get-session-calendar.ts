import { publicUrl } from "#kernel/config.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { sha256Hex } from "#kernel/ids.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { GetSessionCalendar, SessionCalendar } from "#modules/academy/contract/sessions.ts";
import {
  type CalendarSession,
  writeSessionCalendar,
} from "#modules/academy/queries/cohorts/write-session-calendar.ts";

/**
 * The calendar behind a student's secret address: live sessions of the cohorts they are in. The secret is the right to
 * read it. Errors: `academy.calendar_unknown` for one that is unknown, revoked, or of somebody who may not sign in.
 */
export const getSessionCalendar = defineQuery({
  name: "academy.get_session_calendar",
  title: "Read a calendar of live sessions by its secret address",
  http: "GET /academy/session-calendars/:secret",
  access: "public",
  input: GetSessionCalendar,
  output: SessionCalendar,
  run: async ({ db, input, config, company }) => {
    const reader = await firstRow<{ person_id: string }>(
      db,
      sql`SELECT f.person_id FROM academy.calendar_feed f JOIN auth.person p ON p.id = f.person_id AND p.disabled_at IS NULL
          WHERE f.secret_sha256 = ${sha256Hex(input.secret)} AND f.revoked_at IS NULL`,
    );
    if (!reader)
      throw refuse("not_found", "academy.calendar_unknown", "There is no calendar at this address any more.");
    const sessions = await rows<CalendarSession>(
      db,
      sql`SELECT s.id, s.title, s.description, c.slug AS "courseSlug", c.title AS "courseTitle",
            to_jsonb(s.starts_at) AS "startsAt", s.duration_minutes AS "durationMinutes", s.status, s.sequence,
            to_jsonb(s.changed_at) AS "changedAt"
          FROM academy.enrollment e JOIN academy.session s ON s.cohort_id = e.cohort_id
          JOIN academy.course c ON c.id = e.course_id
          WHERE e.person_id = ${reader.person_id} AND e.status = 'active' ORDER BY s.starts_at, s.id`,
    );
    const { name } = await company();
    const ics = writeSessionCalendar(sessions, {
      name: `${name}: live sessions`,
      baseUrl: publicUrl(config),
    });
    return { ics, fileName: "live-sessions.ics" };
  },
});
