import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { sha256Hex } from "#kernel/ids.ts";

/** How long an invitation to a course is good for. */
export const COURSE_INVITATION_HOURS = 14 * 24;

/** An invitation to a course. Instants as ISO 8601 text. */
export interface InvitationRow {
  id: string;
  course_id: string;
  email: string;
  name: string;
  cohort_id: string | null;
  expires_at: string;
  accepted_at: string | null;
  enrollment_id: string | null;
}

const COLUMNS = sql`id, course_id, email, name, cohort_id, to_jsonb(expires_at) AS expires_at,
  to_jsonb(accepted_at) AS accepted_at, enrollment_id`;

/** The one answer to a link that does not work, whatever the reason. */
export const courseInvitationOver = () =>
  refuse(
    "gone",
    "academy.invitation_over",
    "This invitation was used, taken back or is too old. Ask who invited you for a new one.",
  );

/** Locks an invitation nobody answered; it may have expired. Errors: `academy.invitation_unknown`. */
export async function lockInvitation(db: Db, invitationId: string): Promise<InvitationRow> {
  const found = await firstRow<InvitationRow>(
    db,
    sql`SELECT ${COLUMNS} FROM academy.invitation
        WHERE id = ${invitationId} AND accepted_at IS NULL AND revoked_at IS NULL FOR UPDATE`,
  );
  if (!found)
    throw refuse(
      "not_found",
      "academy.invitation_unknown",
      "There is no open invitation of this id. It may have been accepted or taken back.",
    );
  return found;
}

/**
 * The invitation a link belongs to, while it is good; one that was accepted is found as well, for who presses twice.
 * Errors: `academy.invitation_over`.
 */
export async function findInvitation(
  db: Db,
  { token, now }: { token: string; now: Temporal.Instant },
  lock = sql``,
): Promise<InvitationRow> {
  const found = await firstRow<InvitationRow>(
    db,
    sql`SELECT ${COLUMNS} FROM academy.invitation WHERE token_sha256 = ${sha256Hex(token)} AND revoked_at IS NULL
          AND (accepted_at IS NOT NULL OR expires_at > ${now.toString()}) ${lock}`,
  );
  if (!found) throw courseInvitationOver();
  return found;
}
