import { actorPersonId } from "#kernel/actor.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockSession } from "#modules/academy/cohorts/session-row.ts";
import { MarkAttendance, MarkedAttendance } from "#modules/academy/contract/sessions.ts";

/**
 * Says who was there. Null takes a mark back; students of other cohorts are left out. Errors: `academy.session_unknown`.
 */
export const markAttendance = defineCommand({
  name: "academy.mark_attendance",
  title: "Say who was at a live session",
  http: "PUT /academy/sessions/:sessionId/attendance",
  access: "academy:enrol",
  input: MarkAttendance,
  output: MarkedAttendance,
  load: (tx, { sessionId }) => lockSession(tx, sessionId),
  run: async ({ tx, input, now, actor }, session) => {
    const marks = new Map(input.marks.map(({ enrollmentId, status }) => [enrollmentId, status]));
    const given = [...marks].map(([id, status]) => ({ id, status }));
    const marked = await rows(
      tx,
      sql`INSERT INTO academy.session_attendance AS a (session_id, enrollment_id, account_id, person_id, status, marked_by,
            marked_at)
          SELECT ${session.id}::uuid, e.id, e.account_id, e.person_id, m.status,
            CASE WHEN m.status IS NOT NULL THEN ${actorPersonId(actor)}::uuid END,
            CASE WHEN m.status IS NOT NULL THEN ${now.toString()}::timestamptz END
          FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS m (id uuid, status text)
          JOIN academy.enrollment e ON e.id = m.id
          WHERE e.cohort_id = ${session.cohort_id}
             OR EXISTS (SELECT FROM academy.session_attendance x WHERE x.session_id = ${session.id} AND x.enrollment_id = e.id)
          ON CONFLICT (session_id, enrollment_id) DO UPDATE SET status = excluded.status, marked_by = excluded.marked_by,
            marked_at = excluded.marked_at WHERE a.status IS DISTINCT FROM excluded.status
          RETURNING enrollment_id`,
    );
    return { sessionId: session.id, marked: marked.length };
  },
});
