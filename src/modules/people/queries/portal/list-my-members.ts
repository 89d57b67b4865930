import { defineQuery } from "#kernel/operation/operation.ts";
import { getAccount } from "#modules/people/accounts/account.ts";
import { OneAccount } from "#modules/people/contract/lists.ts";
import { MembersOfAccount } from "#modules/people/contract/members.ts";
import { canSeeAccount } from "#modules/people/policy.ts";
import { readMembers } from "#modules/people/queries/members/read-members.ts";

/** Who else belongs to one of one's own accounts. Errors: `people.account_unknown`. */
export const listMyMembers = defineQuery({
  name: "people.list_my_members",
  title: "List the members of one of my accounts",
  http: "GET /account/accounts/:accountId/members",
  access: "customer",
  input: OneAccount,
  output: MembersOfAccount,
  load: (db, { accountId }) => getAccount(db, accountId),
  allow: (actor, { accountId }) => canSeeAccount(actor, accountId),
  run: ({ db, now }, { accountId }) => readMembers(db, { accountId, now }),
});
