import { defineCommand } from "#kernel/operation/operation.ts";
import { OneInvitation } from "#modules/people/contract/members.ts";
import { lockInvitation } from "#modules/people/memberships/lock-invitation.ts";
import { takeBack } from "#modules/people/memberships/revoke-invitation.ts";

/** Takes an invitation to a customer's account back. Errors: `people.invitation_unknown`. */
export const revokeAccountInvitation = defineCommand({
  name: "people.revoke_invitation",
  title: "Take back an invitation to a customer's account",
  http: "DELETE /customers/:accountId/invitations/:invitationId",
  access: "people:edit",
  input: OneInvitation,
  output: OneInvitation,
  load: lockInvitation,
  run: async (context, invitation) => {
    await takeBack(context, invitation);
    return context.input;
  },
});
