import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { MemberRole } from "#modules/people/contract/account.ts";
import { lockAccount } from "#modules/people/memberships/lock-members.ts";

/** An invitation nobody answered yet; it may have expired. */
export interface LockedInvitation {
  invitationId: string;
  accountId: string;
  email: string;
  name: string;
  role: MemberRole;
  invitedBy: string | null;
  sentAt: string | null;
}

/** Locks an unanswered invitation and its account. Errors: `people.invitation_unknown` and those of `lockAccount`. */
export async function lockInvitation(
  tx: Tx,
  { accountId, invitationId }: { accountId: string; invitationId: string },
): Promise<LockedInvitation> {
  await lockAccount(tx, accountId);
  const invitation = await firstRow<LockedInvitation>(
    tx,
    sql`SELECT id AS "invitationId", account_id AS "accountId", email, name, role, invited_by AS "invitedBy",
               sent_at AS "sentAt"
        FROM people.invitation
        WHERE id = ${invitationId} AND account_id = ${accountId} AND accepted_at IS NULL AND revoked_at IS NULL
        FOR UPDATE`,
  );
  if (!invitation)
    throw refuse(
      "not_found",
      "people.invitation_unknown",
      "There is no open invitation of this id. It may have been accepted or taken back.",
    );
  return invitation;
}
