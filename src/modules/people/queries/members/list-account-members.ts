import { defineQuery } from "#kernel/operation/operation.ts";
import { getAccount } from "#modules/people/accounts/account.ts";
import { OneAccount } from "#modules/people/contract/lists.ts";
import { MembersOfAccount } from "#modules/people/contract/members.ts";
import { readMembers } from "#modules/people/queries/members/read-members.ts";

/** Who belongs to a customer's account and who was asked to. Errors: `people.account_unknown`. */
export const listAccountMembers = defineQuery({
  name: "people.list_members",
  title: "List the members of a customer's account",
  http: "GET /customers/:accountId/members",
  access: "people:read",
  input: OneAccount,
  output: MembersOfAccount,
  load: (db, { accountId }) => getAccount(db, accountId),
  run: ({ db, now }, { accountId }) => readMembers(db, { accountId, now }),
});
