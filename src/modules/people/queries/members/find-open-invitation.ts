import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { sha256Hex } from "#kernel/ids.ts";
import type { MemberRole } from "#modules/people/contract/account.ts";

/** The one answer to a link that does not work, whatever the reason. */
export const invitationOver = () =>
  refuse(
    "gone",
    "people.invitation_over",
    "This invitation was used, taken back or is too old. Ask who invited you for a new one.",
  );

export interface OpenInvitation {
  invitationId: string;
  accountId: string;
  email: string;
  role: MemberRole;
  expiresAt: string;
}

/** The invitation a link's token belongs to, if it can still be accepted. Errors: `people.invitation_over`. */
export async function findOpenInvitation(
  db: Db,
  token: string,
  now: Temporal.Instant,
): Promise<OpenInvitation> {
  const invitation = await firstRow<OpenInvitation>(
    db,
    sql`SELECT i.id AS "invitationId", i.account_id AS "accountId", i.email, i.role, i.expires_at AS "expiresAt"
        FROM people.invitation i JOIN people.account a ON a.id = i.account_id AND a.merged_into_id IS NULL
        WHERE i.token_sha256 = ${sha256Hex(token)} AND i.accepted_at IS NULL AND i.revoked_at IS NULL
          AND i.expires_at > ${now.toString()}`,
  );
  if (!invitation) throw invitationOver();
  return invitation;
}
