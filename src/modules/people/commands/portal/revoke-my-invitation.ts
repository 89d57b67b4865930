import { defineCommand } from "#kernel/operation/operation.ts";
import { OneInvitation } from "#modules/people/contract/members.ts";
import { lockInvitation } from "#modules/people/memberships/lock-invitation.ts";
import { takeBack } from "#modules/people/memberships/revoke-invitation.ts";
import { canManageInvitation } from "#modules/people/policy.ts";

/** Takes an invitation to one's own account back. Errors: `people.invitation_unknown`. */
export const revokeMyInvitation = defineCommand({
  name: "people.revoke_my_invitation",
  title: "Take back an invitation to one of my accounts",
  http: "DELETE /account/accounts/:accountId/invitations/:invitationId",
  access: "customer",
  input: OneInvitation,
  output: OneInvitation,
  load: lockInvitation,
  allow: canManageInvitation,
  run: async (context, invitation) => {
    await takeBack(context, invitation);
    return context.input;
  },
});
