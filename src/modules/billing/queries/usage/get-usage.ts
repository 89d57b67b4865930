import { defineQuery } from "#kernel/operation/operation.ts";
import { getAccount } from "#modules/people/index.ts";
import { AccountUsage, GetUsage } from "#modules/billing/contract/usage.ts";
import { accountUsage } from "#modules/billing/queries/usage/account-usage.ts";

/** What an account uses and has used. Errors: `people.account_unknown`. */
export const getUsage = defineQuery({
  name: "billing.get_usage",
  title: "See what an account used",
  http: "GET /billing/accounts/:accountId/usage",
  access: "billing:read",
  input: GetUsage,
  output: AccountUsage,
  load: (db, { accountId }) => getAccount(db, accountId),
  run: ({ db, now }, account) => accountUsage(db, account, now),
});
