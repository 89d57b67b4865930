import { defineCommand } from "#kernel/operation/operation.ts";
import { NewInvitation, SentInvitation } from "#modules/people/contract/members.ts";
import { inviteMember } from "#modules/people/memberships/invite-member.ts";
import { lockAccount } from "#modules/people/memberships/lock-members.ts";
import { canInvite } from "#modules/people/policy.ts";

/** Asks somebody to join one's own account. Errors: see `inviteMember` and `lockAccount`. */
export const inviteMyMember = defineCommand({
  name: "people.invite_my_member",
  title: "Invite somebody to one of my accounts",
  http: "POST /account/accounts/:accountId/invitations",
  access: "customer",
  confirm: true,
  input: NewInvitation,
  output: SentInvitation,
  load: (tx, { accountId }) => lockAccount(tx, accountId),
  allow: (actor, _account, { accountId, role }) => canInvite(actor, accountId, role),
  run: (context) => inviteMember(context, context.input),
});
