import { defineQuery } from "#kernel/operation/operation.ts";
import { getAccount } from "#modules/people/accounts/account.ts";
import { OneAccount } from "#modules/people/contract/lists.ts";
import { MyAccount } from "#modules/people/contract/portal.ts";
import { canSeeAccount } from "#modules/people/policy.ts";
import { toMyAccount } from "#modules/people/queries/portal/to-my-account.ts";

/** One of one's own accounts. Errors: `people.account_unknown`. */
export const getMyAccount = defineQuery({
  name: "people.get_my_account",
  title: "Read one of my accounts",
  http: "GET /account/accounts/:accountId",
  access: "customer",
  input: OneAccount,
  output: MyAccount,
  load: (db, { accountId }) => getAccount(db, accountId),
  allow: (actor, { accountId }) => canSeeAccount(actor, accountId),
  run: async ({ actor }, account) => toMyAccount(actor, account),
});
