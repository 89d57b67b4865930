import { defineCommand } from "#kernel/operation/operation.ts";
import { OneInvitation } from "#modules/people/contract/members.ts";
import { mailInvitation } from "#modules/people/jobs/mail-invitation.ts";
import { lockInvitation } from "#modules/people/memberships/lock-invitation.ts";
import { canManageInvitation } from "#modules/people/policy.ts";

/** Mails an invitation to one's own account again; the earlier link ends. Errors: `people.invitation_unknown`. */
export const resendMyInvitation = defineCommand({
  name: "people.resend_my_invitation",
  title: "Mail an invitation to one of my accounts again",
  http: "POST /account/accounts/:accountId/invitations/:invitationId/mail",
  access: "customer",
  input: OneInvitation,
  output: OneInvitation,
  load: lockInvitation,
  allow: canManageInvitation,
  run: async ({ enqueue, now, input }) => {
    await enqueue(
      mailInvitation,
      { ...input, askedAt: now.toString() },
      { singletonKey: input.invitationId },
    );
    return input;
  },
});
