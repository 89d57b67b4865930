import { defineQuery } from "#kernel/operation/operation.ts";
import { getAccount } from "#modules/people/index.ts";
import { AccountUsage, GetUsage } from "#modules/billing/contract/usage.ts";
import { meterUsage } from "#modules/billing/queries/usage/meter-usage.ts";
import { pastUsage } from "#modules/billing/queries/usage/past-usage.ts";

/** What an account uses and has used. Errors: `people.account_unknown`. */
export const getUsage = defineQuery({
  name: "billing.get_usage",
  title: "See what an account used",
  http: "GET /billing/accounts/:accountId/usage",
  access: "billing:read",
  input: GetUsage,
  output: AccountUsage,
  load: (db, { accountId }) => getAccount(db, accountId),
  run: async ({ db, now, input: { accountId } }) => ({
    accountId,
    meters: await meterUsage(db, accountId, now),
    past: await pastUsage(db, accountId, now),
  }),
});
