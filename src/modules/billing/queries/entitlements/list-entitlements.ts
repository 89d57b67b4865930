import { defineQuery } from "#kernel/operation/operation.ts";
import { EntitlementList, ListEntitlements } from "#modules/billing/contract/entitlements.ts";
import { accountEntitlements } from "#modules/billing/queries/entitlements/account-entitlements.ts";

/** What an account may use, and why. */
export const listEntitlements = defineQuery({
  name: "billing.list_entitlements",
  title: "List what an account is entitled to",
  http: "GET /billing/accounts/:accountId/entitlements",
  access: "billing:read",
  input: ListEntitlements,
  output: EntitlementList,
  run: async ({ db, input, now }) => {
    const at = input.at === undefined ? now : Temporal.Instant.from(input.at);
    const [account] = await accountEntitlements(db, at, input.accountId);
    return { items: account?.items ?? [] };
  },
});
