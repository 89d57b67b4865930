import { defineCommand } from "#kernel/operation/operation.ts";
import { NewInvitation, SentInvitation } from "#modules/people/contract/members.ts";
import { inviteMember } from "#modules/people/memberships/invite-member.ts";
import { lockAccount } from "#modules/people/memberships/lock-members.ts";

/** Asks somebody to join a customer's account. Errors: see `inviteMember` and `lockAccount`. */
export const inviteAccountMember = defineCommand({
  name: "people.invite_member",
  title: "Invite somebody to a customer's account",
  http: "POST /customers/:accountId/invitations",
  access: "people:edit",
  confirm: true,
  input: NewInvitation,
  output: SentInvitation,
  load: (tx, { accountId }) => lockAccount(tx, accountId),
  run: (context) => inviteMember(context, context.input),
});
