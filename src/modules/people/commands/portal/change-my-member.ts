import { defineCommand } from "#kernel/operation/operation.ts";
import { MemberChange } from "#modules/people/contract/members.ts";
import { giveRole } from "#modules/people/memberships/change-member.ts";
import { lockMember } from "#modules/people/memberships/lock-members.ts";
import { canChangeMember } from "#modules/people/policy.ts";

/** Gives a member of one's own account another role. Errors: `people.last_owner` and those of `lockMember`. */
export const changeMyMember = defineCommand({
  name: "people.change_my_member",
  title: "Give a member of one of my accounts another role",
  http: "PATCH /account/accounts/:accountId/members/:personId",
  access: "customer",
  confirm: true,
  input: MemberChange,
  output: MemberChange,
  load: lockMember,
  allow: (actor, member, { role }) => canChangeMember(actor, member, role),
  run: async (context, member) => {
    await giveRole(context, member, context.input.role);
    return context.input;
  },
});
