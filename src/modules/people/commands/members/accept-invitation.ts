import { actorPersonId } from "#kernel/actor.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { sha256Hex } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { findPersonId } from "#modules/people/accounts/person-by-email.ts";
import { MemberChange, InvitationToken } from "#modules/people/contract/members.ts";
import { MemberJoined } from "#modules/people/events/members.ts";
import { addMember } from "#modules/people/memberships/add-member.ts";
import { lockInvitation } from "#modules/people/memberships/lock-invitation.ts";
import { isOneself } from "#modules/people/policy.ts";
import { findOpenInvitation, invitationOver } from "#modules/people/queries/members/find-open-invitation.ts";

async function takenBy(tx: Tx, email: string, personId: string | null): Promise<string> {
  const invited = await findPersonId(tx, email);
  if (personId !== null && invited === personId) return personId;
  throw refuse(
    "forbidden",
    "people.invitation_for_another_address",
    `This invitation is for ${email}. Sign in with that address, or add it to your profile.`,
  );
}

/**
 * Joins the account an invitation is for, as the person its address belongs to. A member who is in already keeps
 * their role. Errors: `people.invitation_over`, `people.invitation_for_another_address`.
 */
export const acceptInvitation = defineCommand({
  name: "people.accept_invitation",
  title: "Join an account I was invited to",
  http: "POST /invitation/acceptance",
  access: "signed_in",
  input: InvitationToken,
  output: MemberChange,
  allow: isOneself,
  run: async ({ tx, now, actor, emit, input }) => {
    const found = await findOpenInvitation(tx, input.token, now);
    const invitation = await lockInvitation(tx, found);
    // Sent again while this waited for the lock: the earlier link ended.
    await findOpenInvitation(tx, input.token, now);
    const personId = await takenBy(tx, invitation.email, actorPersonId(actor));
    const { accountId, invitationId, role } = invitation;
    await tx.execute(
      sql`UPDATE people.invitation SET accepted_at = ${now.toString()}, accepted_by = ${personId},
            token_sha256 = ${sha256Hex(input.token)}
          WHERE id = ${invitationId}`,
    );
    const isNew = await addMember(tx, { accountId, personId, role, now });
    if (isNew) await emit(MemberJoined, { accountId, personId, role, invitationId });
    const held = await firstRow<{ role: typeof role }>(
      tx,
      sql`SELECT role FROM people.membership
          WHERE account_id = ${accountId} AND person_id = ${personId} AND until_at IS NULL`,
    );
    if (!held) throw invitationOver();
    return { accountId, personId, role: held.role };
  },
});
