import { defineCommand } from "#kernel/operation/operation.ts";
import { OneAccount } from "#modules/people/contract/lists.ts";
import { endMembership } from "#modules/people/memberships/change-member.ts";
import { lockAccount, lockMember } from "#modules/people/memberships/lock-members.ts";
import { canSeeAccount } from "#modules/people/policy.ts";
import { ownPersonId } from "#modules/people/own-person.ts";

/** Leaves one of one's own accounts. Errors: `people.last_owner`, `people.account_unknown`. */
export const leaveMyAccount = defineCommand({
  name: "people.leave_my_account",
  title: "Leave one of my accounts",
  http: "POST /account/accounts/:accountId/departure",
  access: "customer",
  confirm: true,
  input: OneAccount,
  output: OneAccount,
  load: (tx, { accountId }) => lockAccount(tx, accountId),
  allow: (actor, _account, { accountId }) => canSeeAccount(actor, accountId),
  run: async (context) => {
    const { tx, actor, input } = context;
    const member = await lockMember(tx, { ...input, personId: ownPersonId(actor) });
    await endMembership(context, member, "left");
    return input;
  },
});
