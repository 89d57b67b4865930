import type { z } from "zod";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { SessionDetail, SessionRef } from "#modules/academy/contract/sessions.ts";
import { type SessionSummaryRow, STAFF_COLUMNS } from "#modules/academy/queries/cohorts/session-summaries.ts";

type Detail = z.output<typeof SessionDetail>;

/** A live session with who was there: the cohort's students, and who came and is in another by now. Errors: `academy.session_unknown`. */
export const getSession = defineQuery({
  name: "academy.get_session",
  title: "Get a live session",
  http: "GET /academy/sessions/:sessionId",
  access: "academy:read",
  input: SessionRef,
  output: SessionDetail,
  run: async ({ db, input }) => {
    const session = await firstRow<SessionSummaryRow & Pick<Detail, "cohortTitle" | "courseTitle">>(
      db,
      sql`SELECT ${STAFF_COLUMNS}, h.title AS "cohortTitle", c.title AS "courseTitle" FROM academy.session s
          JOIN academy.cohort h ON h.id = s.cohort_id JOIN academy.course c ON c.id = h.course_id
          WHERE s.id = ${input.sessionId}`,
    );
    if (!session) throw refuse("not_found", "academy.session_unknown", "There is no such live session.");
    const attendance = await rows<Detail["attendance"][number]>(
      db,
      sql`SELECT e.id AS "enrollmentId", jsonb_build_object('id', e.person_id, 'name', coalesce(p.name, '')) AS student,
            to_jsonb(a.joined_at) AS "joinedAt", a.status
          FROM academy.enrollment e LEFT JOIN auth.person p ON p.id = e.person_id
          LEFT JOIN academy.session_attendance a ON a.enrollment_id = e.id AND a.session_id = ${session.sessionId}
          WHERE a.session_id IS NOT NULL OR (e.cohort_id = ${session.cohortId} AND e.status IN ('active', 'suspended'))
          ORDER BY lower(p.name), e.id LIMIT 2000`,
    );
    return { ...session, attendance };
  },
});
