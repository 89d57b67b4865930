import type { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { MySessions, MySessionsRef } from "#modules/academy/contract/sessions.ts";
import { type EnrollmentRow, getMyEnrollment } from "#modules/academy/learning/enrollment.ts";
import { SEEN_COLUMNS } from "#modules/academy/queries/cohorts/session-summaries.ts";
import { joinWindow } from "#modules/academy/rules/cohorts/join-window.ts";

type Item = z.output<typeof MySessions>["items"][number];
type Row = Omit<Item, "joinOpensAt" | "canJoin" | "isOver"> & { hasLink: boolean };

/** What a student may see of a session now: the way in while it is open, the recording once it is over. */
function shown({ hasLink, ...row }: Row, enrollment: EnrollmentRow, now: Temporal.Instant): Item {
  const startsAt = Temporal.Instant.from(row.startsAt);
  const { opensAt, isOver, canJoin } = joinWindow({ startsAt, durationMinutes: row.durationMinutes }, now);
  const mayLearn = enrollment.status === "active";
  return {
    ...row,
    joinOpensAt: opensAt.toString(),
    isOver,
    canJoin: canJoin && hasLink && mayLearn && row.status === "scheduled",
    recordingUrl: isOver && mayLearn ? row.recordingUrl : null,
    recordingFileId: isOver && mayLearn ? row.recordingFileId : null,
  };
}

/** Live sessions of one's cohort in their order. The link to come in is not in it: joining gives it. Errors: `academy.not_enrolled`. */
export const listMySessions = defineQuery({
  name: "academy.list_my_sessions",
  title: "List the live sessions of one's course",
  http: "GET /academy/my/courses/:courseSlug/sessions",
  access: "customer",
  input: MySessionsRef,
  output: MySessions,
  run: async ({ db, input, actor, now }) => {
    const enrollment = await getMyEnrollment(db, {
      courseSlug: input.courseSlug,
      personId: actorPersonId(actor),
    });
    const head = await firstRow<{ courseTitle: string; cohortTitle: string | null }>(
      db,
      sql`SELECT c.title AS "courseTitle", (SELECT title FROM academy.cohort WHERE id = ${enrollment.cohort_id}) AS "cohortTitle"
          FROM academy.course c WHERE c.id = ${enrollment.course_id}`,
    );
    const found = await rows<Row>(
      db,
      sql`SELECT ${SEEN_COLUMNS}, s.join_url IS NOT NULL AS "hasLink", s.recording_url AS "recordingUrl",
            s.recording_file_id AS "recordingFileId", a.status AS attendance
          FROM academy.session s LEFT JOIN academy.session_attendance a
            ON a.session_id = s.id AND a.enrollment_id = ${enrollment.id}
          WHERE s.cohort_id = ${enrollment.cohort_id} ORDER BY s.starts_at, s.id`,
    );
    return {
      courseTitle: head?.courseTitle ?? "",
      cohortTitle: head?.cohortTitle ?? null,
      zone: enrollment.zone,
      items: found.map((row) => shown(row, enrollment, now)),
    };
  },
});
