import { sql } from "#kernel/db/sql.ts";
import type { PeopleContext } from "#modules/people/accounts/open-account.ts";
import { InvitationRevoked } from "#modules/people/events/members.ts";
import type { LockedInvitation } from "#modules/people/memberships/lock-invitation.ts";

/** Takes a locked invitation back: its link ends. */
export async function takeBack(context: PeopleContext, invitation: LockedInvitation): Promise<void> {
  const { tx, now, emit } = context;
  const { accountId, invitationId } = invitation;
  await tx.execute(
    sql`UPDATE people.invitation SET revoked_at = ${now.toString()}, token_sha256 = NULL WHERE id = ${invitationId}`,
  );
  await emit(InvitationRevoked, { accountId, invitationId });
}
