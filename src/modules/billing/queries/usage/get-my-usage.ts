import { membershipIn } from "#kernel/actor.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { getAccount } from "#modules/people/index.ts";
import { AccountUsage, GetMyUsage } from "#modules/billing/contract/usage.ts";
import { accountUsage } from "#modules/billing/queries/usage/account-usage.ts";

/**
 * What one of the viewer's own accounts uses: every member may see it, because every member uses it. The database shows no
 * other account. Errors: `people.account_unknown`.
 */
export const getMyUsage = defineQuery({
  name: "billing.get_my_usage",
  title: "See what your account used",
  http: "GET /account/usage/:accountId",
  access: "customer",
  input: GetMyUsage,
  output: AccountUsage,
  load: (db, { accountId }) => getAccount(db, accountId),
  allow: (actor, { accountId }) => membershipIn(actor, accountId) !== undefined,
  run: ({ db, now }, account) => accountUsage(db, account, now),
});
