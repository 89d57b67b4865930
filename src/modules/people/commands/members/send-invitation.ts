import { randomBytes } from "node:crypto";
import { z } from "zod";
import { sql } from "#kernel/db/sql.ts";
import { sha256Hex } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { invitationMail } from "#modules/people/commands/members/invitation-mail.ts";
import { OneInvitation, SentInvitation } from "#modules/people/contract/members.ts";
import { INVITATION_HOURS } from "#modules/people/memberships/invite-member.ts";
import { lockInvitation } from "#modules/people/memberships/lock-invitation.ts";

const isSentSince = (sentAt: string | null, askedAt: string | undefined): boolean =>
  sentAt !== null && askedAt !== undefined && Temporal.Instant.compare(sentAt, askedAt) >= 0;

/**
 * Mails an invitation with a new link; the earlier one ends, and the seven days begin again.
 * Errors: `people.invitation_unknown`.
 */
export const sendInvitation = defineCommand({
  name: "people.send_invitation",
  title: "Mail an invitation to a customer's account again",
  http: "POST /customers/:accountId/invitations/:invitationId/mail",
  access: "people:edit",
  input: OneInvitation.extend({
    askedAt: z.iso.datetime().optional().describe("Not again when it was sent at or after this instant"),
  }),
  output: SentInvitation,
  load: lockInvitation,
  run: async (context, invitation) => {
    const { tx, now, input } = context;
    const { accountId, invitationId } = invitation;
    const expiresAt = now.add({ hours: INVITATION_HOURS }).toString();
    if (isSentSince(invitation.sentAt, input.askedAt)) return { accountId, invitationId, expiresAt };
    const token = randomBytes(32).toString("base64url");
    await tx.execute(
      sql`UPDATE people.invitation
          SET token_sha256 = ${sha256Hex(token)}, sent_at = ${now.toString()}, expires_at = ${expiresAt}
          WHERE id = ${invitationId}`,
    );
    const mail = await invitationMail(context, invitation, token);
    await tx.execute(
      sql`UPDATE people.invitation SET person_id = ${mail.personId} WHERE id = ${invitationId}`,
    );
    await context.mail.queue(tx, mail);
    return { accountId, invitationId, expiresAt };
  },
});
