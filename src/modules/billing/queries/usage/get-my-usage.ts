import { membershipIn } from "#kernel/actor.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { AccountUsage, GetMyUsage } from "#modules/billing/contract/usage.ts";
import { meterUsage } from "#modules/billing/queries/usage/meter-usage.ts";
import { pastUsage } from "#modules/billing/queries/usage/past-usage.ts";

/** What one of the viewer's own accounts uses: every member may see it, because every member uses it. */
export const getMyUsage = defineQuery({
  name: "billing.get_my_usage",
  title: "See what your account used",
  http: "GET /account/usage/:accountId",
  access: "customer",
  input: GetMyUsage,
  output: AccountUsage,
  allow: (actor, _loaded, { accountId }) => membershipIn(actor, accountId) !== undefined,
  run: async ({ db, now, input: { accountId } }) => ({
    accountId,
    meters: await meterUsage(db, accountId, now),
    past: await pastUsage(db, accountId, now),
  }),
});
