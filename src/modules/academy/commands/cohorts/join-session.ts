import { actorPersonId } from "#kernel/actor.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockSession, type SessionRow } from "#modules/academy/cohorts/session-row.ts";
import { JoinedSession, SessionRef } from "#modules/academy/contract/sessions.ts";
import { joinWindow } from "#modules/academy/rules/cohorts/join-window.ts";

interface Mine {
  id: string;
  account_id: string;
  person_id: string;
}

/** The enrolment by which somebody belongs to a session. Errors: `academy.session_unknown` for everybody else. */
async function getMine(tx: Tx, session: SessionRow, personId: string | null): Promise<Mine> {
  const mine = await firstRow<Mine>(
    tx,
    sql`SELECT id, account_id, person_id FROM academy.enrollment
        WHERE cohort_id = ${session.cohort_id} AND person_id = ${personId} AND status = 'active'`,
  );
  if (!mine) throw refuse("not_found", "academy.session_unknown", "There is no such live session.");
  return mine;
}

/** Errors: `academy.session_cancelled`, `academy.session_not_open`, `academy.session_over`, `academy.session_without_link`. */
function demandOpen(session: SessionRow, now: Temporal.Instant): string {
  if (session.status === "cancelled")
    throw refuse("conflict", "academy.session_cancelled", "This session does not take place.");
  const times = {
    startsAt: Temporal.Instant.from(session.starts_at),
    durationMinutes: session.duration_minutes,
  };
  const { canJoin, isOver, opensAt } = joinWindow(times, now);
  if (isOver) throw refuse("conflict", "academy.session_over", "This session is over.");
  if (!canJoin)
    throw refuse(
      "conflict",
      "academy.session_not_open",
      "The way in opens 15 minutes before the session starts.",
      {
        data: { opensAt: opensAt.toString() },
      },
    );
  if (!session.join_url)
    throw refuse(
      "conflict",
      "academy.session_without_link",
      "The link for this session is not there yet. Reload in a minute.",
    );
  return session.join_url;
}

/**
 * Goes into a live session: notes that the student came, and gives the link. Open from 15 minutes before it starts to its
 * end. Errors: `academy.session_unknown`, `academy.session_cancelled`, `academy.session_not_open`,
 * `academy.session_over`, `academy.session_without_link`, `academy.session_full`.
 */
export const joinSession = defineCommand({
  name: "academy.join_session",
  title: "Go into a live session",
  http: "POST /academy/my/sessions/:sessionId/join",
  access: "customer",
  input: SessionRef,
  output: JoinedSession,
  load: (tx, { sessionId }) => lockSession(tx, sessionId),
  run: async ({ tx, now, actor }, session) => {
    const mine = await getMine(tx, session, actorPersonId(actor));
    const joinUrl = demandOpen(session, now);
    const known = await firstRow(
      tx,
      sql`SELECT 1 FROM academy.session_attendance WHERE session_id = ${session.id} AND enrollment_id = ${mine.id}
            AND joined_at IS NOT NULL`,
    );
    if (!known && session.capacity !== null) {
      const inside = await firstRow<{ count: number }>(
        tx,
        sql`SELECT academy.students_in_session(${session.id}) AS count`,
      );
      if ((inside?.count ?? 0) >= session.capacity)
        throw refuse(
          "conflict",
          "academy.session_full",
          `All ${session.capacity} places of this session are taken. The recording will be here.`,
        );
    }
    await tx.execute(
      sql`INSERT INTO academy.session_attendance (session_id, enrollment_id, account_id, person_id, joined_at)
          VALUES (${session.id}, ${mine.id}, ${mine.account_id}, ${mine.person_id}, ${now.toString()})
          ON CONFLICT (session_id, enrollment_id)
          DO UPDATE SET joined_at = coalesce(academy.session_attendance.joined_at, excluded.joined_at)`,
    );
    return { sessionId: session.id, joinUrl };
  },
});
