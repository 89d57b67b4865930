import { defineCommand } from "#kernel/operation/operation.ts";
import { MemberChange } from "#modules/people/contract/members.ts";
import { giveRole } from "#modules/people/memberships/change-member.ts";
import { lockMember } from "#modules/people/memberships/lock-members.ts";

/** Gives a member of a customer's account another role. Errors: `people.last_owner` and those of `lockMember`. */
export const changeAccountMember = defineCommand({
  name: "people.change_member",
  title: "Give a member of a customer's account another role",
  http: "PATCH /customers/:accountId/members/:personId",
  access: "people:edit",
  confirm: true,
  input: MemberChange,
  output: MemberChange,
  load: lockMember,
  run: async (context, member) => {
    await giveRole(context, member, context.input.role);
    return context.input;
  },
});
