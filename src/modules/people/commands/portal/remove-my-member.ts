import { defineCommand } from "#kernel/operation/operation.ts";
import { OneMember } from "#modules/people/contract/members.ts";
import { endMembership } from "#modules/people/memberships/change-member.ts";
import { lockMember } from "#modules/people/memberships/lock-members.ts";
import { canRemoveMember } from "#modules/people/policy.ts";

/** Shows a member out of one's own account. Errors: `people.last_owner` and those of `lockMember`. */
export const removeMyMember = defineCommand({
  name: "people.remove_my_member",
  title: "Remove a member from one of my accounts",
  http: "DELETE /account/accounts/:accountId/members/:personId",
  access: "customer",
  confirm: true,
  input: OneMember,
  output: OneMember,
  load: lockMember,
  allow: canRemoveMember,
  run: async (context, member) => {
    await endMembership(context, member, "removed");
    return context.input;
  },
});
