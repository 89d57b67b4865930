import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";
import type { MemberRole } from "#modules/people/contract/account.ts";
import { MemberInvited } from "#modules/people/events/members.ts";
import { mailInvitation } from "#modules/people/jobs/mail-invitation.ts";
import { demandSeat } from "#modules/people/memberships/seats.ts";

/** How long an invitation is good for. */
export const INVITATION_HOURS = 7 * 24;

interface NewInvitation {
  accountId: string;
  email: string;
  name: string;
  role: MemberRole;
}

type InvitingContext = Pick<CommandContext<unknown>, "tx" | "now" | "emit" | "enqueue" | "actor">;

async function refuseMember({ tx }: InvitingContext, { accountId, email }: NewInvitation): Promise<void> {
  const member = await firstRow(
    tx,
    sql`SELECT 1 FROM people.membership m JOIN auth.person p ON p.id = m.person_id
        WHERE m.account_id = ${accountId} AND m.until_at IS NULL AND p.email = ${email}`,
  );
  if (member)
    throw refuse("conflict", "people.member_already", "Somebody with this address belongs to it already.", {
      issues: [{ path: "email", message: "Belongs to it already" }],
    });
}

/**
 * Asks somebody to join a locked account; the mail leaves after commit. One that expired begins anew.
 * Errors: `people.member_already`, `people.invited_already`, `people.seats_full`.
 */
export async function inviteMember(context: InvitingContext, invitation: NewInvitation) {
  const { tx, now, emit, enqueue, actor } = context;
  const { accountId, email, name, role } = invitation;
  await refuseMember(context, invitation);
  await demandSeat(tx, { accountId, now });
  const at = now.toString();
  const expiresAt = now.add({ hours: INVITATION_HOURS }).toString();
  const row = await firstRow<{ id: string }>(
    tx,
    sql`INSERT INTO people.invitation AS i (id, account_id, email, name, role, invited_by, invited_at, expires_at)
        VALUES (${newId()}, ${accountId}, ${email}, ${name}, ${role}, ${actorPersonId(actor)}, ${at}, ${expiresAt})
        ON CONFLICT (account_id, email) WHERE accepted_at IS NULL AND revoked_at IS NULL
        DO UPDATE SET name = excluded.name, role = excluded.role, invited_by = excluded.invited_by,
          invited_at = excluded.invited_at, expires_at = excluded.expires_at, token_sha256 = NULL, sent_at = NULL
        WHERE i.expires_at <= ${at} RETURNING id`,
  );
  if (!row)
    throw refuse(
      "conflict",
      "people.invited_already",
      "Somebody with this address is invited already. Send that invitation again, or take it back.",
      { issues: [{ path: "email", message: "Is invited already" }] },
    );
  await emit(MemberInvited, { accountId, invitationId: row.id, role });
  await enqueue(mailInvitation, { accountId, invitationId: row.id, askedAt: at });
  return { invitationId: row.id, accountId, expiresAt };
}
