import { defineCommand } from "#kernel/operation/operation.ts";
import { OneMember } from "#modules/people/contract/members.ts";
import { endMembership } from "#modules/people/memberships/change-member.ts";
import { lockMember } from "#modules/people/memberships/lock-members.ts";

/** Shows a member out of a customer's account. Errors: `people.last_owner` and those of `lockMember`. */
export const removeAccountMember = defineCommand({
  name: "people.remove_member",
  title: "Remove a member from a customer's account",
  http: "DELETE /customers/:accountId/members/:personId",
  access: "people:edit",
  confirm: true,
  input: OneMember,
  output: OneMember,
  load: lockMember,
  run: async (context, member) => {
    await endMembership(context, member, "removed");
    return context.input;
  },
});
