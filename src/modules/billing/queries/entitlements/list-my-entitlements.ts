import { defineQuery } from "#kernel/operation/operation.ts";
import { ListMyEntitlements, MyEntitlements } from "#modules/billing/contract/entitlements.ts";
import { accountEntitlements } from "#modules/billing/queries/entitlements/account-entitlements.ts";

/** What the caller's accounts may use now. An account the caller has no part in has nothing: rows of others are not seen. */
export const listMyEntitlements = defineQuery({
  name: "billing.list_my_entitlements",
  title: "List what your accounts are entitled to",
  http: "GET /account/entitlements",
  access: "customer",
  input: ListMyEntitlements,
  output: MyEntitlements,
  run: async ({ db, input, now }) => ({ accounts: await accountEntitlements(db, now, input.accountId) }),
});
